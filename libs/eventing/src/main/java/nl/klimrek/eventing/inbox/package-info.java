/** From a topic to an effect: read strictly, in order, retried while there is hope, and parked whole when there is none. */
package nl.klimrek.eventing.inbox;
