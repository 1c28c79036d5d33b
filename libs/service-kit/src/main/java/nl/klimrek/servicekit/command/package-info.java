/** Commands over HTTP: idempotency key, fingerprint of the content, expected version, and ids of new aggregates. */
package nl.klimrek.servicekit.command;
