/** HR records from the bus: read without trust, bound to their organisation, taken or quarantined, never in the way. */
package nl.klimrek.people.inbound;
