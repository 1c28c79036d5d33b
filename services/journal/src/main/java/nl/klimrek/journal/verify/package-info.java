/** The export's text, and its offline verification: plain Java that needs no service, no store and no broker. */
package nl.klimrek.journal.verify;
