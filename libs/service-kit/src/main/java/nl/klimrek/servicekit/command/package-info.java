/** A request that changes something: its key, its content's fingerprint, its expected version, the ids of what it creates. */
package nl.klimrek.servicekit.command;
