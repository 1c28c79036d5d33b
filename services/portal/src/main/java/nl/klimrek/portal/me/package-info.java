/** The reader's first page: what waits for them, each with who, what, when and one step; and their settings. */
package nl.klimrek.portal.me;
