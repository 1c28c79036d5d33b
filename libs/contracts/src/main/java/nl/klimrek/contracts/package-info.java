/**
 * What crosses a border between services, or between Klimrek and an HR system: event records, their types and topics.
 *
 * <p>Schema first: every type has a JSON Schema 2020-12 under {@code schemas/} and golden samples under
 * {@code samples/}. A released file never changes; a new minor version only adds optional fields.
 */
@NullMarked
package nl.klimrek.contracts;

import org.jspecify.annotations.NullMarked;
