package nl.klimrek.eventing;

import java.util.regex.Pattern;

/**
 * A tenant. No data crosses from one organisation to another.
 *
 * @param value 2 to 40 characters of {@code a-z 0-9 -}; the first and last are a letter or digit
 */
public record Organisation(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]");

    public Organisation {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an organisation");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
