package nl.klimrek.portal.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.conversation.AvailabilityResponse.Day;
import nl.klimrek.portal.conversation.AvailabilityResponse.Taken;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The coming days, with whether both work and which half hours the reader has free.
 *
 * @param days    one after the other
 * @param earlier first day of the week before; null when that is over
 * @param later   first day of the week after
 */
public record WeekView(List<DayView> days, @Nullable String earlier, String later) {
    /** How a moment is sent by a choice. */
    static final DateTimeFormatter PICK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    /**
     * A day.
     *
     * @param day   weekday and date
     * @param works who works, in a sentence
     * @param taken what the reader has already
     * @param free  half hours to choose from
     */
    public record DayView(String day, String works, List<String> taken, List<Choice> free) {}

    static WeekView of(Reader reader, AvailabilityResponse times, Instant now) {
        String other = reader.name(times.with());
        List<DayView> days = times.days().stream()
                .map(day -> day(reader, times, day, other, now))
                .toList();
        LocalDate first =
                times.days().isEmpty() ? reader.today(now) : times.days().get(0).day();
        LocalDate before = first.minusDays(7).isBefore(reader.today(now)) ? reader.today(now) : first.minusDays(7);
        return new WeekView(
                days,
                first.isAfter(reader.today(now)) ? before.toString() : null,
                first.plusDays(7).toString());
    }

    /** A time at which the reader is not free, as a line. */
    static String taken(Reader reader, Taken taken) {
        String when = reader.clock(taken.start()) + "–" + reader.clock(taken.end());
        return taken.conversation() == null
                ? reader.say("conversation.taken.busy", when)
                : reader.say(
                        "conversation.taken.talk", when, reader.code("type", taken.type()), reader.name(taken.with()));
    }

    private static DayView day(Reader reader, AvailabilityResponse times, Day day, String other, Instant now) {
        Instant begin = day.day().atStartOfDay(reader.zone()).toInstant();
        Instant end = day.day().plusDays(1).atStartOfDay(reader.zone()).toInstant();
        List<Taken> taken =
                times.taken().stream().filter(one -> one.overlaps(begin, end)).toList();
        return new DayView(
                reader.shortWeekday(day.day()),
                works(reader, day, other),
                taken.stream().map(one -> taken(reader, one)).toList(),
                free(reader, day, taken, now));
    }

    private static List<Choice> free(Reader reader, Day day, List<Taken> taken, Instant now) {
        List<Choice> free = new ArrayList<>();
        if (day.opens() == null) {
            return free;
        }
        for (Instant start = day.opens(); !start.plus(HALF_HOUR).isAfter(day.closes()); start = start.plus(HALF_HOUR)) {
            Instant from = start;
            if (from.isAfter(now) && taken.stream().noneMatch(one -> one.overlaps(from, from.plus(HALF_HOUR)))) {
                free.add(new Choice(PICK.format(from.atZone(reader.zone())), reader.clock(from)));
            }
        }
        return free;
    }

    private static String works(Reader reader, Day day, String other) {
        boolean you = "WORKING".equals(day.you());
        boolean them = "WORKING".equals(day.other());
        if (you && them) {
            return reader.say("conversation.works.both", other);
        }
        if (!you && !them && day.you().equals(day.other())) {
            return reader.say("conversation.works.neither." + day.you(), other);
        }
        String mine = reader.say("conversation.works.you." + day.you());
        String theirs = reader.say("conversation.works.other." + day.other(), other);
        return mine + " " + theirs;
    }
}
