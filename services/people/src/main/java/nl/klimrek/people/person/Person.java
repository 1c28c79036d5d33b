package nl.klimrek.people.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import nl.klimrek.eventing.Decision;
import nl.klimrek.people.person.Reporting.NoManager;

/**
 * One person as the HR system of their organisation knows them.
 *
 * <p>Guarantees: the facts are those of the newest record that holds today, in {@link RecordOrder}, whatever order the
 * records came in and however often; of two records with the same order the one that came later counts. A record for a
 * later day waits for that day in the person's own zone. Somebody who left has no manager.
 *
 * @param person random id
 * @param source HR system that knows this person
 * @param number employee number in that system
 * @param standing whether the person is on the roster
 * @param facts as they hold now; null while only expected
 * @param asOf order of the newest record in those facts; null while only expected
 * @param reporting to whom the person reports
 * @param upcoming records that do not hold yet, in order
 * @param taken newest records that were taken, oldest first
 * @param snapshot newest snapshot the person was in; null when in none
 */
public record Person(
        String person, String source, String number, Standing standing, EmployeeFacts facts, RecordOrder asOf,
        Reporting reporting, List<HrRecord> upcoming, List<Taken> taken, String snapshot) {

    /** Records further back are recognised by their order alone. */
    static final int TAKEN_REMEMBERED = 32;
    /** More announced changes than this is a source gone wrong. */
    static final int MOST_UPCOMING = 24;

    public Person {
        upcoming = upcoming == null ? List.of() : List.copyOf(upcoming);
        taken = taken == null ? List.of() : List.copyOf(taken);
    }

    /** Somebody of whom nothing is known but the number. */
    public static Person unheard(String person, String source, String number) {
        return new Person(person, source, number, Standing.EXPECTED, null, null,
                Reporting.toNobody(NoManager.NONE_GIVEN), List.of(), List.of(), null);
    }

    /**
     * Takes a record of the HR system. Refused: {@code conflict} for other content under an id that was taken or too many
     * announced changes, {@code impossible-dates} for a leave before the start.
     */
    public Decision<Person> take(HrRecord record, Chart chart, Instant now) {
        Optional<Taken> earlier = taken.stream().filter(known -> known.id().equals(record.id())).findFirst();
        if (earlier.isPresent()) {
            return earlier.get().print().equals(record.print()) ? Decision.unchanged() : Decision.refuse("conflict");
        }
        if (upcoming.size() >= MOST_UPCOMING) {
            return Decision.refuse("conflict");
        }
        if (record instanceof HrRecord.Leaving leaving && facts != null && leaving.lastDay().isBefore(facts.startDate())) {
            return Decision.refuse("impossible-dates");
        }
        Person remembering = remember(record);
        if (asOf != null && record.order().compareTo(asOf) < 0) {
            return Decision.accept(remembering);
        }
        return remembering.expecting(record).settle(this, chart, now);
    }

    /** What was announced for a day that has come now holds; a last day that is over makes a leaver. */
    public Decision<Person> advance(Chart chart, Instant now) {
        return settle(this, chart, now);
    }

    /** Looks again for the manager, because somebody with that number came, left or returned. */
    public Decision<Person> relate(Chart chart, Instant now) {
        return settle(this, chart, now);
    }

    public boolean employed() {
        return standing == Standing.EMPLOYED;
    }

    private Decision<Person> settle(Person before, Chart chart, Instant now) {
        Person after = withWhatHolds(now).reportingBy(chart);
        return after.equals(before) ? Decision.unchanged() : Decision.accept(after, PersonNews.between(before, after, now));
    }

    private Person remember(HrRecord record) {
        List<Taken> next = new ArrayList<>(taken);
        boolean early = facts == null && record instanceof HrRecord.Leaving;
        next.add(new Taken(record.id(), record.print(), early));
        return new Person(person, source, number, standing, facts, asOf, reporting, upcoming,
                next.subList(Math.max(0, next.size() - TAKEN_REMEMBERED), next.size()),
                record.snapshot() == null ? snapshot : record.snapshot());
    }

    private Person expecting(HrRecord record) {
        List<HrRecord> next = new ArrayList<>(upcoming);
        next.add(record);
        // The sort is stable: of two with the same order the one that came later stays the later.
        next.sort(Comparator.comparing(HrRecord::order));
        return new Person(person, source, number, standing, facts, asOf, reporting, next, taken, snapshot);
    }

    private Person withWhatHolds(Instant now) {
        EmployeeFacts known = facts;
        RecordOrder newest = asOf;
        List<HrRecord> waiting = new ArrayList<>();
        for (HrRecord record : upcoming) {
            if (!holds(record, known, now)) {
                waiting.add(record);
            } else if (newest == null || record.order().compareTo(newest) >= 0) {
                known = apply(record, known);
                newest = record.order();
            }
        }
        Standing next = known == null ? Standing.EXPECTED
                : known.overOn(known.today(now)) ? Standing.LEFT : Standing.EMPLOYED;
        return new Person(person, source, number, next, known, newest, reporting, waiting, taken, snapshot);
    }

    private static boolean holds(HrRecord record, EmployeeFacts known, Instant now) {
        EmployeeFacts speaking = record instanceof HrRecord.Upsert upsert ? upsert.facts() : known;
        return speaking != null && !record.order().effectiveAt().isAfter(speaking.today(now));
    }

    private static EmployeeFacts apply(HrRecord record, EmployeeFacts known) {
        if (record instanceof HrRecord.Upsert upsert) {
            return upsert.facts();
        }
        LocalDate lastDay = ((HrRecord.Leaving) record).lastDay();
        // A last day before the start is that of an earlier employment, told before the newer one was known.
        return lastDay.isBefore(known.startDate()) ? known : known.endingOn(lastDay);
    }

    private Person reportingBy(Chart chart) {
        Reporting next = standing == Standing.EMPLOYED
                ? chart.managerOf(person, source, facts.managerNumber())
                : Reporting.toNobody(NoManager.NONE_GIVEN);
        return new Person(person, source, number, standing, facts, asOf, next, upcoming, taken, snapshot);
    }

    /** Today where this person is; the day it is in UTC while the zone is unknown. */
    public LocalDate today(Instant now) {
        return facts == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : facts.today(now);
    }
}
