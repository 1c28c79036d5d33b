package nl.klimrek.people.quarantine;

/**
 * What is wrong with one field of a record.
 *
 * @param field name of the field
 * @param code stable code; the text a person reads hangs on it
 */
public record FieldFault(String field, String code) {}
