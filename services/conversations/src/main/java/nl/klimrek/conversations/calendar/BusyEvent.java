package nl.klimrek.conversations.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.TemporalAmountAdapter;
import nl.klimrek.conversations.calendar.TimesOnlyHandler.Entry;
import nl.klimrek.conversations.calendar.TimesOnlyHandler.Value;
import nl.klimrek.planner.task.BusyInterval;

/** One event of a calendar with all times it comes back (RFC 5545 §3.8.5). */
final class BusyEvent {

    private static final Pattern UNTIL = Pattern.compile(";?UNTIL=([0-9TZ]+)", Pattern.CASE_INSENSITIVE);
    /** More than once a day is no appointment, and costs more than a calendar is worth. */
    private static final Pattern TOO_OFTEN =
            Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)|BY(HOUR|MINUTE|SECOND)=[^;]*,", Pattern.CASE_INSENSITIVE);

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private final Entry entry;
    private final ZoneId own;
    private final CalendarMoment start;

    BusyEvent(Entry entry, ZoneId own) {
        this.entry = entry;
        this.own = own;
        this.start = CalendarMoment.of(Objects.requireNonNull(entry.one("DTSTART"), "an event begins"), own);
    }

    boolean repeats() {
        return entry.one("RRULE") != null;
    }

    /** Busy times that touch this span, without those that begin at a moment in {@code elsewhere}. */
    List<BusyInterval> within(Instant from, Instant until, Set<Instant> elsewhere) {
        Set<ZonedDateTime> starts = new HashSet<>(List.of(start.at()));
        entry.all("RRULE").forEach(rule -> starts.addAll(repeated(rule.text(), from, until)));
        entry.all("RDATE").stream().flatMap(this::moments).forEach(starts::add);
        Set<Instant> left = new HashSet<>(elsewhere);
        entry.all("EXDATE").stream()
                .flatMap(this::moments)
                .map(ZonedDateTime::toInstant)
                .forEach(left::add);
        List<BusyInterval> busy = new ArrayList<>();
        for (ZonedDateTime begin : starts) {
            Instant end = end(begin).toInstant();
            if (!left.contains(begin.toInstant())
                    && BusyInterval.possible(begin.toInstant(), end)
                    && end.isAfter(from)
                    && begin.toInstant().isBefore(until)) {
                busy.add(new BusyInterval(begin.toInstant(), end));
            }
        }
        return busy;
    }

    /** A day ends on the person's clock; an hour is an hour, also in the night in which the clock changes. */
    private ZonedDateTime end(ZonedDateTime begin) {
        Value end = entry.one("DTEND");
        if (end != null) {
            ZonedDateTime last = CalendarMoment.of(end, own).at();
            return start.day()
                    ? begin.plusDays(ChronoUnit.DAYS.between(start.at().toLocalDate(), last.toLocalDate()))
                    : begin.plus(Duration.between(start.at(), last));
        }
        Value length = entry.one("DURATION");
        if (length != null) {
            TemporalAmount amount = TemporalAmountAdapter.parse(length.text()).getDuration();
            return begin.plus(amount);
        }
        return start.day() ? begin.plusDays(1) : begin;
    }

    private List<ZonedDateTime> repeated(String rule, Instant from, Instant until) {
        if (TOO_OFTEN.matcher(rule).find() || start.at().toLocalDate().isBefore(EARLIEST)) {
            throw new BusyFile.TooLarge();
        }
        ZonedDateTime last = until.atZone(start.at().getZone());
        Matcher limit = UNTIL.matcher(rule);
        if (limit.find()) {
            CalendarMoment named = CalendarMoment.of(limit.group(1), Objects.requireNonNull(entry.one("DTSTART")), own);
            ZonedDateTime end = named.day() ? named.at().plusDays(1).minusNanos(1) : named.at();
            last = end.isBefore(last) ? end.withZoneSameInstant(last.getZone()) : last;
        }
        Recur<ZonedDateTime> recur = new Recur<>(limit.replaceAll("").toUpperCase(Locale.ROOT));
        // It begins whole turns before the span, because a turn that has begun by then may still have days in it.
        ZonedDateTime first =
                from.atZone(start.at().getZone()).minusYears(1L + Math.min(100, Math.max(1, recur.getInterval())));
        ZonedDateTime begin = first.isBefore(start.at()) ? start.at() : first;
        return last.isBefore(begin) ? List.of() : recur.getDates(start.at(), begin, last);
    }

    private Stream<ZonedDateTime> moments(Value value) {
        return Stream.of(value.text().split(","))
                .map(text -> CalendarMoment.of(text.split("/")[0], value, own).at());
    }
}
