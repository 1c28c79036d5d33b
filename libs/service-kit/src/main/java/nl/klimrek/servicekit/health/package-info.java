/** Health of the broker, the store, the outbox and the inbox, each with a reason code. */
package nl.klimrek.servicekit.health;
