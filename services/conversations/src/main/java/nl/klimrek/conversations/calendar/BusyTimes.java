package nl.klimrek.conversations.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import nl.klimrek.contracts.conversations.BusyTimesGiven;
import nl.klimrek.eventing.Decision;
import nl.klimrek.planner.task.BusyInterval;

/**
 * When a person cannot talk, as that person gave it. The purpose is never asked, and there is no field for it.
 *
 * @param person person id
 * @param times in order, each once
 */
public record BusyTimes(String person, List<BusyInterval> times) {

    /** More than this is no calendar of one person. */
    public static final int MAX_TIMES = 2000;

    public BusyTimes {
        times = times == null
                ? List.of()
                : times.stream()
                        .distinct()
                        .sorted(Comparator.comparing(BusyInterval::from).thenComparing(BusyInterval::until))
                        .toList();
    }

    /** These times, in place of whatever was given before. */
    public Decision<BusyTimes> given(List<BusyInterval> now, ZoneId zone, LocalDate today) {
        BusyTimes next = new BusyTimes(person, now);
        if (next.equals(this)) {
            return Decision.unchanged();
        }
        LocalDate from = next.times.isEmpty()
                ? today
                : LocalDate.ofInstant(next.times.get(0).from(), zone);
        LocalDate until = next.times.stream()
                .map(busy -> LocalDate.ofInstant(busy.until(), zone))
                .max(Comparator.naturalOrder())
                .orElse(from);
        return Decision.accept(next, new BusyTimesGiven(person, from, until, next.times.size()));
    }
}
