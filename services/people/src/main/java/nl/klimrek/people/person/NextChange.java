package nl.klimrek.people.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.HrRecord;
import org.jspecify.annotations.Nullable;

/** Finds the moment at which a person next changes without a new record: a day begins in the person's own zone. */
final class NextChange {
    private NextChange() {}

    /** The moment of the next change, which may be past; null when none is known. */
    static @Nullable Instant of(Person person) {
        Stream<@Nullable Instant> records = person.upcoming().stream().map(record -> effective(record, person.facts()));
        return Stream.concat(Stream.of(statusChange(person)), records)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The first day of an expected person begins, or the day after the last day of an employed one. */
    private static @Nullable Instant statusChange(Person person) {
        EmployeeFacts facts = person.facts();
        if (facts == null) {
            return null;
        }
        return switch (person.status()) {
            case EXPECTED -> start(facts.startDate(), facts);
            case EMPLOYED ->
                facts.endDate() == null ? null : start(facts.endDate().plusDays(1), facts);
            case LEFT -> null;
        };
    }

    private static @Nullable Instant effective(HrRecord record, @Nullable EmployeeFacts known) {
        EmployeeFacts zoned = record.zoned(known);
        return zoned == null ? null : start(record.order().effectiveAt(), zoned);
    }

    private static Instant start(LocalDate day, EmployeeFacts facts) {
        return day.atStartOfDay(ZoneId.of(facts.timeZone())).toInstant();
    }
}
