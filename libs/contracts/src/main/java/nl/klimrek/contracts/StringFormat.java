package nl.klimrek.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The form of a string component of an event record; goes into its JSON Schema as a pattern. A string without this and
 * without {@link Length} is an id.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface StringFormat {

    Kind value();

    /** The forms that strings of events have. */
    enum Kind {
        /** An id of a person, a conversation, and so on. */
        ID("^[A-Za-z0-9][A-Za-z0-9_:-]{0,99}$"),
        /** An id that is made of others, such as a topic with its reader. */
        LONG_ID("^[A-Za-z0-9][A-Za-z0-9_.:-]{0,199}$"),
        /** A code that no enumeration of ours lists. */
        CODE("^[A-Z][A-Z0-9_]{0,59}$"),
        /** The version of a published list, such as {@code 1.2.0}; it has a digit. */
        VERSION("^(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9._-]{0,39}$"),
        /** The hash of a {@link Commitment}, or another SHA-256 in hex. */
        COMMITMENT("^[0-9a-f]{64}$"),
        /** The salt of a {@link Commitment}. */
        SALT("^[0-9a-f]{32}$"),
        /** A BCP 47 language tag. */
        LANGUAGE("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
        /** An IANA time zone. */
        TIME_ZONE("^[A-Za-z_+-]+(/[A-Za-z0-9_+-]+)*$"),
        /** Bytes in base64. */
        BASE64("^[A-Za-z0-9+/]+={0,2}$");

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }

        /** The form as a regular expression. */
        public String pattern() {
            return pattern;
        }
    }
}
