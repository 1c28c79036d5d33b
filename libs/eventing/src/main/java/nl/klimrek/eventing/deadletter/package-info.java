/** Parking of records that cannot be handled, and their replay. */
@NullMarked
package nl.klimrek.eventing.deadletter;

import org.jspecify.annotations.NullMarked;
