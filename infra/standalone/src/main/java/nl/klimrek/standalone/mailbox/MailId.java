package nl.klimrek.standalone.mailbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Id of a stored message, sorted by arrival: UTC milliseconds, then a sequence number. */
record MailId(String value) implements Comparable<MailId> {

    private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{9}Z-\\d{6}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    MailId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a message");
        }
    }

    static MailId at(Instant arrival, int number) {
        return new MailId("%s-%06d".formatted(TIME.format(arrival), number % 1_000_000));
    }

    static Optional<MailId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new MailId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(MailId other) {
        return value.compareTo(other.value);
    }
}
