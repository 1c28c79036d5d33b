package nl.klimrek.reminders.wording;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an organisation's own words may leave open. Each is a name or a moment that the message says anyway; there is none for
 * what somebody wrote.
 */
public enum Placeholder {
    /** Name of the other person. */
    WITH("with"),
    /** Day, or day and time. */
    WHEN("when");

    private final String code;

    Placeholder(String code) {
        this.code = code;
    }

    /** The name between braces. */
    public String code() {
        return code;
    }

    /** The names of all. */
    public static Set<String> codes() {
        return Arrays.stream(values()).map(Placeholder::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The text with these values filled in; empty when one that it needs is missing. A value is not searched for placeholders. */
    static Optional<String> fill(String text, OccasionValues known) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
            int end = text.indexOf('}', at);
            String code = end < 0 ? "" : text.substring(at + 1, end);
            Optional<String> value = Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .flatMap(known::of);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            filled.append(text, from, at).append(value.get());
            from = end + 1;
        }
        return Optional.of(filled.append(text.substring(from)).toString());
    }

    /** The values of one prompt. */
    interface OccasionValues {

        /** The value; empty when it is not known. */
        Optional<String> of(Placeholder placeholder);
    }
}
