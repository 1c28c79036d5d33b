package nl.klimrek.people.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import org.jspecify.annotations.Nullable;

/**
 * The records for later days, in the order in which they will hold. A day has one announcement of each field: a
 * repetition is kept once, and a later statement about the same day replaces an earlier one.
 */
final class UpcomingRecords {

    /** The most upcoming records of a person. More means that the source is at fault. */
    static final int MAX_RECORDS = 24;

    private final List<HrRecord> records;

    UpcomingRecords(List<HrRecord> records) {
        this.records = records;
    }

    /** The facts of the first record that states any; empty when there is none. */
    Optional<EmployeeFacts> firstFacts() {
        return upserts().map(HrRecord.Upsert::facts).findFirst();
    }

    /** Employee numbers of every manager that these facts or a record name. */
    Set<String> managerNumbers(@Nullable EmployeeFacts present) {
        Stream<String> now = present == null ? Stream.of() : Optional.ofNullable(present.managerNumber()).stream();
        return Stream.concat(now, records.stream().map(HrRecord::managerNumber).flatMap(Optional::stream))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The facts as they will be just before a record of this order takes effect. */
    KnownFacts factsBefore(RecordOrder order, KnownFacts present) {
        KnownFacts known = present;
        for (HrRecord record : records) {
            if (record.order().compareTo(order) < 0) {
                known = known.with(record).orElse(known);
            }
        }
        return known;
    }

    /** The upcoming record that states the same; empty when there is none. */
    Optional<HrRecord.Upsert> repeatedBy(HrRecord record) {
        return record instanceof HrRecord.Upsert upsert
                ? upserts().filter(known -> known.repeats(upsert)).findFirst()
                : Optional.empty();
    }

    /** The later statement for the same day that states everything this record states; empty when there is none. */
    Optional<HrRecord> replacing(HrRecord record) {
        return records.stream()
                .filter(known -> sameDay(known, record)
                        && known.order().saidAfter(record.order())
                        && known.stated().containsAll(record.stated()))
                .findFirst();
    }

    /** These records with one more, which replaces earlier statements for the same day. */
    List<HrRecord> with(HrRecord record) {
        List<HrRecord> next = new ArrayList<>(without(known -> sameDay(known, record)
                && record.stated().containsAll(known.stated())
                && !known.order().saidAfter(record.order())));
        next.add(record);
        // The sort is stable: of two records with the same order, the later arrival stays the later one.
        next.sort(Comparator.comparing(HrRecord::order));
        return next;
    }

    /** These records with the newer one of two that state the same. */
    List<HrRecord> refreshed(HrRecord.Upsert known, HrRecord.Upsert newer) {
        return records.stream()
                .map(record -> record == known ? known.restatedBy(newer) : record)
                .toList();
    }

    /**
     * These records without the returns that this record corrects: earlier statements with another first day that has
     * not come.
     *
     * @param begun the employment that has begun; null when none has
     */
    List<HrRecord> correctedBy(HrRecord record, @Nullable EmployeeFacts begun) {
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
