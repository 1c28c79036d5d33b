/** What an HR system states about one person: fields, values, order and faults of a record. */
@NullMarked
package nl.klimrek.people.hrrecord;

import org.jspecify.annotations.NullMarked;
