package nl.klimrek.portal.workload;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.workload.WorkloadPage.CapacityLine;
import nl.klimrek.portal.workload.WorkloadPage.OverloadLine;
import nl.klimrek.portal.workload.WorkloadPage.Weeks;
import nl.klimrek.portal.workload.WorkloadResponses.Capacity;
import nl.klimrek.portal.workload.WorkloadResponses.Conversation;
import nl.klimrek.portal.workload.WorkloadResponses.Overload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts conversations by week: agreed on or proposed ones in the week of their time, the others in the last week of their
 * window, or in this week when that has passed.
 */
@Component
class WorkloadPageFactory {
    private static final int WEEKS = 8;
    private final Clock clock;

    WorkloadPageFactory(Clock clock) {
        this.clock = clock;
    }

    WorkloadPage of(
            Reader reader,
            Section<List<Conversation>> talks,
            Section<Capacity> capacity,
            Section<List<Overload>> overload) {
        LocalDate today = reader.today(clock.instant());
        Integer most = capacity.isOk() ? capacity.value().perWeek() : null;
        return new WorkloadPage(
                talks.map(all -> weeks(reader, all, most, today)),
                overload.map(found ->
                        found.stream().map(one -> overload(reader, one)).toList()),
                capacity.map(now -> new CapacityLine(
                        now.perDay(),
                        now.perWeek(),
                        reader.say(
                                now.usual() ? "load.capacity.usual" : "load.capacity.own", now.perDay(), now.perWeek()),
                        names(reader, now.delegates()),
                        capacity.etag())));
    }

    private static Weeks weeks(Reader reader, List<Conversation> talks, @Nullable Integer most, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<BarChart.Row> rows = new ArrayList<>();
        List<String> full = new ArrayList<>();
        boolean any = false;
        for (int week = 0; week < WEEKS; week++) {
            LocalDate from = monday.plusWeeks(week);
            long timed = talks.stream()
                    .filter(talk -> hasTime(talk) && isIn(from, reader.today(talk.slotStart())))
                    .count();
            long open = talks.stream()
                    .filter(talk -> waitsForTime(talk) && isIn(from, latest(talk, today)))
                    .count();
            String label = reader.say("load.week", reader.shortDay(from), timed + open);
            rows.add(new BarChart.Row(
                    label, List.of(timed, open), List.of(String.valueOf(timed), String.valueOf(open))));
            any |= timed + open > 0;
            if (most != null && timed + open > most) {
                full.add(reader.say("load.week.full", reader.shortDay(from), timed + open, most));
            }
        }
        return new Weeks(
                new BarChart(
                        reader.say("load.weeks"),
                        reader.say("load.weeks.unit"),
                        List.of(reader.say("load.timed"), reader.say("load.open")),
                        rows),
                any,
                full);
    }

    private static boolean hasTime(Conversation talk) {
        return talk.slotStart() != null && ("INVITED".equals(talk.status()) || "ACCEPTED".equals(talk.status()));
    }

    private static boolean waitsForTime(Conversation talk) {
        return "PLANNED".equals(talk.status()) || "MISSED".equals(talk.status());
    }

    private static LocalDate latest(Conversation talk, LocalDate today) {
        return talk.windowUntil() == null || talk.windowUntil().isBefore(today) ? today : talk.windowUntil();
    }

    private static boolean isIn(LocalDate monday, LocalDate day) {
        return !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1));
    }

    private static OverloadLine overload(Reader reader, Overload found) {
        return new OverloadLine(
                reader.say(
                        "load.overload.line",
                        found.conversations(),
                        reader.amount("HOURS", found.minutesShort()),
                        reader.window(found.from(), found.until())),
                names(reader, found.delegates()));
    }

    private static String names(Reader reader, List<String> people) {
        return people.stream().map(reader::name).collect(Collectors.joining(", "));
    }
}
