package nl.klimrek.conversations.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.TemporalAmountAdapter;
import nl.klimrek.conversations.calendar.TimesOnlyHandler.Entry;
import nl.klimrek.conversations.calendar.TimesOnlyHandler.Value;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.planner.task.BusyInterval;

/**
 * Reads busy times from an iCalendar file (RFC 5545): events that are not cancelled, transparent or over, with all times they
 * come back within {@link #AHEAD}, and what {@code VFREEBUSY} does not call free. Times that touch become one. A time without
 * a zone is on the person's own clock. Refused whole with {@code busy-file-unreadable} or {@code busy-file-too-large}; why is
 * not said any nearer, because the words of a calendar stay in it.
 */
final class BusyFile {

    static final Duration AHEAD = Duration.ofDays(366);
    /** More events that repeat than this are no calendar of one person. */
    static final int MAX_REPEATING = 500;

    private final ZoneId own;
    private final Instant from;
    private final Instant until;

    private BusyFile(ZoneId own, Instant now) {
        this.own = own;
        this.from = now;
        this.until = now.plus(AHEAD);
    }

    /** @param own zone of the person whose calendar it is */
    static List<BusyInterval> read(byte[] file, ZoneId own, Instant now) {
        TimesOnlyHandler times = new TimesOnlyHandler();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            String unfolded =
                    text.replace("\uFEFF", "").replaceAll("\r?\n[ \t]", "").strip() + "\r\n";
            new CalendarParserImpl().parse(new StringReader(unfolded), times);
            return new BusyFile(own, now).busy(times.entries());
        } catch (TooLarge tooLarge) {
            throw new RefusedException(Refusal.of("busy-file-too-large", "most", BusyTimes.MAX_TIMES));
        } catch (IOException | ParserException | RuntimeException unreadable) {
            throw new RefusedException(Refusal.of("busy-file-unreadable"));
        }
    }

    /** There is more in it than a calendar of one person has. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private List<BusyInterval> busy(List<Entry> entries) {
        List<Entry> events = entries.stream()
                .filter(entry -> entry.component().equals("VEVENT"))
                .toList();
        Map<String, Set<Instant>> moved = moved(events);
        List<BusyInterval> found = new ArrayList<>();
        int repeating = 0;
        for (Entry entry : events) {
            if (entry.says("STATUS", "CANCELLED") || entry.says("TRANSP", "TRANSPARENT")) {
                continue;
            }
            BusyEvent event = new BusyEvent(entry, own);
            if (event.repeats() && ++repeating > MAX_REPEATING) {
                throw new TooLarge();
            }
            Set<Instant> elsewhere =
                    entry.one("RECURRENCE-ID") != null ? Set.of() : moved.getOrDefault(uid(entry), Set.of());
            found.addAll(event.within(from, until, elsewhere));
        }
        entries.stream()
                .flatMap(entry -> entry.all("FREEBUSY").stream())
                .flatMap(this::spans)
                .forEach(found::add);
        List<BusyInterval> apart = apart(found);
        if (apart.size() > BusyTimes.MAX_TIMES) {
            throw new TooLarge();
        }
        return apart;
    }

    /** Times of a series that were moved or called off by themselves, by the series. */
    private Map<String, Set<Instant>> moved(List<Entry> events) {
        Map<String, Set<Instant>> moved = new HashMap<>();
        events.stream()
                .filter(event -> event.one("RECURRENCE-ID") != null)
                .forEach(event -> moved.computeIfAbsent(uid(event), none -> new HashSet<>())
                        .add(CalendarMoment.of(event.one("RECURRENCE-ID"), own)
                                .at()
                                .toInstant()));
        return moved;
    }

    private static String uid(Entry event) {
        return event.one("UID") == null ? "" : event.one("UID").text();
    }

    /** Periods of RFC 5545 §3.3.9: a start, and an end or a length. */
    private Stream<BusyInterval> spans(Value value) {
        if ("FREE".equalsIgnoreCase(value.parameters().get("FBTYPE"))) {
            return Stream.empty();
        }
        return Stream.of(value.text().split(","))
                .map(period -> period.split("/", 2))
                .map(ends -> {
                    ZonedDateTime start = CalendarMoment.of(ends[0], value, own).at();
                    ZonedDateTime end = ends[1].startsWith("P")
                            ? start.plus(TemporalAmountAdapter.parse(ends[1]).getDuration())
                            : CalendarMoment.of(ends[1], value, own).at();
                    return new BusyInterval(start.toInstant(), end.toInstant());
                })
                .filter(busy -> busy.until().isAfter(from) && busy.from().isBefore(until));
    }

    private static List<BusyInterval> apart(List<BusyInterval> found) {
        List<BusyInterval> apart = new ArrayList<>();
        found.stream().sorted(Comparator.comparing(BusyInterval::from)).forEach(busy -> {
            BusyInterval last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || busy.from().isAfter(last.until())) {
                apart.add(busy);
            } else if (busy.until().isAfter(last.until())) {
                apart.set(apart.size() - 1, new BusyInterval(last.from(), busy.until()));
            }
        });
        return apart;
    }
}
