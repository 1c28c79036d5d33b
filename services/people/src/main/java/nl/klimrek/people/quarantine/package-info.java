/** HR records that could not be processed: kept whole, with a reason, until HR repairs them. */
package nl.klimrek.people.quarantine;
