/** Spring configuration of the outbox and inbox. */
package nl.klimrek.eventing.spring;
