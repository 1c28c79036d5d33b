/** Aggregates in one document each. A command is one conditional write of the new state, its events and its marker. */
@NullMarked
package nl.klimrek.eventing.aggregate;

import org.jspecify.annotations.NullMarked;
