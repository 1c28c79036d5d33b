package nl.klimrek.reminders.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.ContentHandler;
import org.jspecify.annotations.Nullable;

/** Handles a calendar part and keeps its method and a few properties of its first event. The rest is skipped unread. */
final class FirstEventHandler implements ContentHandler {

    private static final Set<String> PROPERTIES = Set.of(
            "UID",
            "SEQUENCE",
            "DTSTAMP",
            "COMMENT",
            "ORGANIZER",
            "ATTENDEE",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RECURRENCE-ID",
            "RRULE");
    private static final int MAX_VALUES = 200;
    private static final int MAX_DEPTH = 8;
    private static final String EVENT = "VEVENT";

    private final Map<String, List<Value>> properties = new HashMap<>();
    private String method = "";
    private int depth;
    private int events;
    private String component = "";
    private @Nullable String property;
    private Map<String, String> parameters = Map.of();

    /** A value with its parameters, by name. */
    record Value(String text, Map<String, String> parameters) {}

    /** How many events the calendar part has. */
    int events() {
        return events;
    }

    String method() {
        return method;
    }

    List<Value> all(String name) {
        return properties.getOrDefault(name, List.of());
    }

    @Nullable
    Value first(String name) {
        return all(name).isEmpty() ? null : all(name).get(0);
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
        if (++depth > MAX_DEPTH) {
            throw new IllegalStateException("A calendar is not nested so deeply");
        }
        if (depth == 1) {
            component = name.toUpperCase(Locale.ROOT);
            events += component.equals(EVENT) ? 1 : 0;
        }
    }

    @Override
    public void endComponent(String name) {
        depth--;
    }

    @Override
    public void startProperty(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        boolean kept = depth == 0 && upper.equals("METHOD")
                || depth == 1 && component.equals(EVENT) && events == 1 && PROPERTIES.contains(upper);
        property = kept ? upper : null;
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
        if ("METHOD".equals(property)) {
            method = value.strip();
        } else if (property != null) {
            List<Value> values = properties.computeIfAbsent(property, none -> new ArrayList<>());
            if (values.size() < MAX_VALUES) {
                // Words are noted and not kept.
                values.add(new Value("COMMENT".equals(property) ? "" : value.strip(), parameters));
            }
        }
    }

    @Override
    public void endProperty(String name) {
        property = null;
    }
}
