package nl.klimrek.portal.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A service behind the portal, and the first path segments below {@code /api} that it owns. */
public enum Upstream {
    PEOPLE("people", "people"),
    CONVERSATIONS("conversations", "conversations", "cycles", "questions"),
    POP_FORMS("pop-forms", "pop-forms"),
    LEARNING_BUDGETS("learning-budgets", "learning-budgets"),
    REMINDERS("reminders", "reminders"),
    JOURNAL("journal", "journal"),
    INSIGHTS("insights", "insights");

    private final String id;
    private final List<String> segments;

    Upstream(String id, String... segments) {
        this.id = id;
        this.segments = List.of(segments);
    }

    /** The service's name in settings, problems and metrics. */
    public String id() {
        return id;
    }

    /** The owner of a path {@code /api/<segment>[/…]}; empty when no service owns it. */
    public static Optional<Upstream> owning(String path) {
        String[] parts = path.split("/", 4);
        boolean belowApi = parts.length > 2 && parts[0].isEmpty() && parts[1].equals("api");
        return belowApi
                ? Arrays.stream(values())
                        .filter(service -> service.segments.contains(parts[2]))
                        .findFirst()
                : Optional.empty();
    }
}
