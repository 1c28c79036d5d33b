/** Aggregates in one document each. A command is one conditional write of the new state, its events and its marker. */
package nl.klimrek.eventing.aggregate;
