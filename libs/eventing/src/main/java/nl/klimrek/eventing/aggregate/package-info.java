/** One aggregate, one document; one command, one conditional write that holds the new state and its events. */
package nl.klimrek.eventing.aggregate;
