/** Who may see the journal. */
package nl.klimrek.journal.access;
