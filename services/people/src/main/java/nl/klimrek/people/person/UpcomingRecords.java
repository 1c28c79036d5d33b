package nl.klimrek.people.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;

/**
 * Records that do not hold yet, in the order in which they will. One day has one announcement of each field: what is
 * repeated is kept once, and what the source says later about the same day replaces what it said before.
 */
final class UpcomingRecords {

    /** More announced days than this is a source gone wrong. */
    static final int MAX = 24;

    private final List<HrRecord> records;

    UpcomingRecords(List<HrRecord> records) {
        this.records = records;
    }

    /** The announcement that says the same; empty when there is none. */
    Optional<HrRecord.Upsert> repeatedBy(HrRecord record) {
        return record instanceof HrRecord.Upsert upsert
                ? upserts().filter(known -> known.repeats(upsert)).findFirst()
                : Optional.empty();
    }

    /** The later announcement for the same day that states everything this record states; empty when there is none. */
    Optional<HrRecord> replacing(HrRecord record) {
        return records.stream()
                .filter(known -> sameDay(known, record)
                        && known.order().saidAfter(record.order())
                        && known.stated().containsAll(record.stated()))
                .findFirst();
    }

    /** With one more record, which replaces earlier announcements for the same day. */
    List<HrRecord> with(HrRecord record) {
        List<HrRecord> next = new ArrayList<>(without(known -> sameDay(known, record)
                && record.stated().containsAll(known.stated())
                && !known.order().saidAfter(record.order())));
        next.add(record);
        // The sort is stable: of two with the same order the one that came later stays the later.
        next.sort(Comparator.comparing(HrRecord::order));
        return next;
    }

    /** With the newer of two records that say the same. */
    List<HrRecord> refreshed(HrRecord.Upsert known, HrRecord.Upsert newer) {
        return records.stream()
                .map(record -> record == known ? known.restatedBy(newer) : record)
                .toList();
    }

    /**
     * Without the returns that this record corrects: announced before it was said, for another first day that has not come.
     *
     * @param begun the employment that has begun already; null when none has
     */
    List<HrRecord> correctedBy(HrRecord record, EmployeeFacts begun) {
        if (!(record instanceof HrRecord.Upsert upsert)
                || begun != null && begun.startDate().equals(upsert.facts().startDate())) {
            return records;
        }
        return without(known -> known instanceof HrRecord.Upsert begin
                && begin.changing().contains(HrField.START_DATE)
                && !begin.facts().startDate().equals(upsert.facts().startDate())
                && record.order().saidAfter(begin.order())
                && begin.facts().startDate().isAfter(record.order().saidOn()));
    }

    private List<HrRecord> without(Predicate<HrRecord> gone) {
        return records.stream().filter(gone.negate()).toList();
    }

    private Stream<HrRecord.Upsert> upserts() {
        return records.stream().filter(HrRecord.Upsert.class::isInstance).map(HrRecord.Upsert.class::cast);
    }

    private static boolean sameDay(HrRecord one, HrRecord other) {
        return one.order().effectiveAt().equals(other.order().effectiveAt());
    }
}
