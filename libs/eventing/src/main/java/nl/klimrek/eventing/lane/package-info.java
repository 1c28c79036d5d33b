/** Handling of the records of one poll on several threads, in order per key. */
@NullMarked
package nl.klimrek.eventing.lane;

import org.jspecify.annotations.NullMarked;
