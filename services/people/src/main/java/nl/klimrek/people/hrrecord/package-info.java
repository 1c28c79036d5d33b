/** What an HR system states about one person: fields, values, order and faults of a record. */
package nl.klimrek.people.hrrecord;
