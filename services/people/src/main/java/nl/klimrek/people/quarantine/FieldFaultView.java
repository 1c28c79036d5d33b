package nl.klimrek.people.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A fault in one field, as a person reads it.
 *
 * @param field name of the field or column
 * @param code stable code
 * @param message the code in the reader's language
 * @param value the value; absent where it could be personal text
 * @param expected the expected value, in the reader's language; absent where the message says it all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldFaultView(
        String field,
        String code,
        String message,
        @Nullable String value,
        @Nullable String expected) {

    FieldFaultView withoutValue() {
        return new FieldFaultView(field, code, message, null, expected);
    }
}
