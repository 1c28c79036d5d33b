package nl.klimrek.portal.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klimrek.portal.reader.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A submitted form. Reading a field as the wrong type throws; {@link CommandSender} shows that as an error of the
 * field.
 *
 * @param viewer who sent it
 * @param form   name of the form on its page
 * @param at     path of the page it stands on; always a path of this portal
 * @param key    command key, made when the form was shown: sending the same form twice does the thing once
 * @param etag   version that was shown; empty where none matters
 * @param fields values by field name, without the fields of every form
 * @param zone   the zone in which its times are meant
 */
public record FormPost(
        Viewer viewer, String form, String at, String key, String etag, Map<String, List<String>> fields, ZoneId zone) {
    /** Names of the fields that every form has; no page may use them. */
    static final String FORM = "_form";

    static final String AT = "_at";
    static final String BY = "_by";
    static final String KEY = "key";
    static final String ETAG = "etag";
    private static final int MAX_KEY = 100;
    /** Each character has one way to match: strangers send paths too, and may not make matching slow. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9_~.@:+%/-]*(?:\\?[A-Za-z0-9_~.@:+%&=-]*)?");

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,10}(?:[.,][0-9]{1,2})?");

    public FormPost {
        key = key == null || key.isBlank() || key.length() > MAX_KEY
                ? UUID.randomUUID().toString()
                : key;
        etag = etag == null ? "" : etag;
        at = isPath(at) ? at : "/";
        form = form == null ? "" : form;
        Map<String, List<String>> own = new LinkedHashMap<>(fields);
        List.of(FORM, AT, BY, KEY, ETAG, "_csrf").forEach(own::remove);
        fields = own;
    }

    /** Whether this is a path of this portal, not the address of somewhere else. */
    static boolean isPath(@Nullable String path) {
        return path != null
                && path.length() <= 500
                && !path.startsWith("//")
                && PATH.matcher(path).matches();
    }

    /** A field's text without blanks around it; empty when it was left out. */
    public String text(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    /** The same; null when it is empty. */
    public @Nullable String textOrNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** Every value of a field: of boxes that were ticked, for example. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    public boolean isChecked(String name) {
        return !text(name).isEmpty();
    }

    /** A day; null when it was left out. */
    public @Nullable LocalDate day(String name) {
        if (text(name).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException unreadable) {
            throw new UnreadableFieldException(name, "form.day");
        }
    }

    /** The moment of the fields {@code <name>.day} and {@code <name>.time}, in the sender's zone; null when both were left out. */
    public @Nullable Instant moment(String name) {
        LocalDate day = day(name + ".day");
        String time = text(name + ".time");
        if (day == null && time.isEmpty()) {
            return null;
        }
        if (day == null) {
            throw new UnreadableFieldException(name + ".day", "form.day");
        }
        try {
            return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new UnreadableFieldException(name + ".time", "form.time");
        }
    }

    public Duration minutes(String name) {
        return Duration.ofMinutes(number(name));
    }

    /** A whole number that has to be there. */
    public int number(String name) {
        Integer number = numberOrNull(name);
        if (number == null) {
            throw new UnreadableFieldException(name, "form.number");
        }
        return number;
    }

    /** A whole number; null when it was left out. */
    public @Nullable Integer numberOrNull(String name) {
        if (text(name).isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text(name));
        } catch (NumberFormatException unreadable) {
            throw new UnreadableFieldException(name, "form.number");
        }
    }

    /** An amount with at most two decimals, in the smallest part of its unit (cents, hundredths); null when it was left out. */
    public @Nullable Long hundredths(String name) {
        String text = text(name).replace("€", "").replace(" ", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(text).matches()) {
            throw new UnreadableFieldException(name, "form.amount");
        }
        return new BigDecimal(text.replace(',', '.'))
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    /** Throws the message beside a field; for what only the page knows to be wrong. */
    public RuntimeException invalid(String field, String message) {
        return new UnreadableFieldException(field, message);
    }
}
