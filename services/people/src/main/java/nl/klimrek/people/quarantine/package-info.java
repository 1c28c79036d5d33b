/** HR records that could not be taken: kept whole, with a reason that a person understands, for HR to repair. */
package nl.klimrek.people.quarantine;
