package nl.klimrek.conversations.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.ContentHandler;
import org.jspecify.annotations.Nullable;

/** Handles an iCalendar file (RFC 5545) and keeps only times. Titles, places and people are skipped unread. */
final class TimesOnlyHandler implements ContentHandler {

    private static final Set<String> COMPONENTS = Set.of("VEVENT", "VFREEBUSY");
    private static final Set<String> PROPERTIES = Set.of(
            "UID",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "STATUS",
            "TRANSP",
            "FREEBUSY");
    private static final int DEEPEST = 4;

    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Map<String, List<Value>> properties;
    private @Nullable String property;
    private Map<String, String> parameters = Map.of();
    private int depth;

    /**
     * One event, or one part of what somebody is free or busy.
     *
     * @param properties by name
     */
    record Entry(String component, Map<String, List<Value>> properties) {

        List<Value> all(String name) {
            return properties.getOrDefault(name, List.of());
        }

        /** Null where there is none. */
        @Nullable
        Value one(String name) {
            return all(name).isEmpty() ? null : all(name).get(0);
        }

        boolean says(String name, String value) {
            Value said = one(name);
            return said != null && said.text().equalsIgnoreCase(value);
        }
    }

    /** A value with its parameters, by name. */
    record Value(String text, Map<String, String> parameters) {}

    List<Entry> entries() {
        return entries;
    }

    @Override
    public void startCalendar() {
        depth = 0;
    }

    @Override
    public void endCalendar() {
        depth = 0;
    }

    @Override
    public void startComponent(String name) {
        if (++depth > DEEPEST) {
            throw new IllegalStateException("no calendar is nested so deeply");
        }
        if (depth == 1) {
            properties = COMPONENTS.contains(name.toUpperCase(Locale.ROOT)) ? new HashMap<>() : null;
        }
    }

    @Override
    public void endComponent(String name) {
        if (--depth == 0 && properties != null) {
            entries.add(new Entry(name.toUpperCase(Locale.ROOT), properties));
            properties = null;
        }
    }

    @Override
    public void startProperty(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        property = depth == 1 && properties != null && PROPERTIES.contains(upper) ? upper : null;
        parameters = new HashMap<>();
    }

    @Override
    public void parameter(String name, String value) {
        if (property != null) {
            parameters.put(name.toUpperCase(Locale.ROOT), value.replace("\"", ""));
        }
    }

    @Override
    public void propertyValue(String value) {
        if (property != null && properties != null) {
            properties.computeIfAbsent(property, none -> new ArrayList<>()).add(new Value(value.strip(), parameters));
        }
    }

    @Override
    public void endProperty(String name) {
        property = null;
    }
}
