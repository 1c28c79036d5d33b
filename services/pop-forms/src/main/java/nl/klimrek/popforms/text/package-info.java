/** Text that people typed. It stays in this service; only commitments to it leave. */
package nl.klimrek.popforms.text;
