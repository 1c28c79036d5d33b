/** For those who check: HR and auditors of the organisation. */
package nl.klimrek.journal.audit;
