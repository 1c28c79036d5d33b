/** What Klimrek promises about every step, whether it keeps it, and what to do with messages that could not be processed. */
package nl.klimrek.portal.guarantees;
