package nl.klimrek.people.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is wrong with one field, for a person.
 *
 * @param field name of the field or column
 * @param code stable code
 * @param message the code in the reader's language
 * @param value what was there; absent where it could be personal text
 * @param expected what is expected there, in the reader's language; absent where the message says it all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldFaultView(String field, String code, String message, String value, String expected) {

    FieldFaultView withoutValue() {
        return new FieldFaultView(field, code, message, null, expected);
    }
}
