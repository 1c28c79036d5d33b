/** Commands over HTTP: idempotency key, fingerprint of the content, expected version, and ids of new aggregates. */
@NullMarked
package nl.klimrek.servicekit.command;

import org.jspecify.annotations.NullMarked;
