/** Strict reading of topics in order, retries of transient failures, and dead letters for permanent ones. */
package nl.klimrek.eventing.inbox;
