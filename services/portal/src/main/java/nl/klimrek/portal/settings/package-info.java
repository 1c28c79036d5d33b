/** What a reader can set for themselves, and where their own things are. */
package nl.klimrek.portal.settings;
