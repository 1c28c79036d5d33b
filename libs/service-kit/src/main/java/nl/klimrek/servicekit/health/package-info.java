/** Health of the broker, the store, the outbox and the inbox, each with a reason code. */
@NullMarked
package nl.klimrek.servicekit.health;

import org.jspecify.annotations.NullMarked;
