/** The page for HR: roster, quarantine, cycles, coverage and the state of the journal. */
package nl.klimrek.portal.hr;
