/** The page for HR: roster, quarantine, cycles, coverage, the state of the journal and the guarantees. */
package nl.klimrek.portal.hr;
