package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import org.jspecify.annotations.Nullable;

/** The days of a window that blackouts leave. */
final class BlackoutRule {

    /** How many days take the place of a window that is blacked out altogether. */
    static final int DAYS_AFTER = 14;

    private BlackoutRule() {}

    /** The window without blackouts at its edges; where nothing is left, the first days after them. */
    static Window within(Window window, List<Blackout> blackouts) {
        LocalDate from = firstOpen(window.from(), blackouts);
        if (from.isAfter(window.until())) {
            return new Window(from, from.plusDays(DAYS_AFTER - 1L));
        }
        return new Window(from, lastOpen(window.until(), blackouts));
    }

    private static LocalDate firstOpen(LocalDate day, List<Blackout> blackouts) {
        LocalDate open = day;
        for (Blackout closed = covering(open, blackouts); closed != null; closed = covering(open, blackouts)) {
            open = closed.until().plusDays(1);
        }
        return open;
    }

    private static LocalDate lastOpen(LocalDate day, List<Blackout> blackouts) {
        LocalDate open = day;
        for (Blackout closed = covering(open, blackouts); closed != null; closed = covering(open, blackouts)) {
            open = closed.from().minusDays(1);
        }
        return open;
    }

    private static @Nullable Blackout covering(LocalDate day, List<Blackout> blackouts) {
        return blackouts.stream()
                .filter(closed -> closed.covers(day))
                .findFirst()
                .orElse(null);
    }
}
