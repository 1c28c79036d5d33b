/** Today: what is asked of a reader, each with who, what, when and one step. */
package nl.klimrek.portal.today;
