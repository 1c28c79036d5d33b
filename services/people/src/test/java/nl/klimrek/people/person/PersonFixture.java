package nl.klimrek.people.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import nl.klimrek.people.person.ReportingLine.NoManager;

/** Records and people as the tests of this package read them. */
final class PersonFixture {

    /** 1 November 2026, noon in Amsterdam. */
    static final Instant NOW = Instant.parse("2026-11-01T11:00:00Z");

    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    /** Number 22 is the manager m-22; nobody else is known. */
    static final ReportingLines LINES = new ReportingLines(
            Map.of("22", ReportingLine.to("m-22"), "77", ReportingLine.toNobody(NoManager.UNKNOWN_NUMBER)));

    private PersonFixture() {}

    static Person nobody() {
        return Person.unknown("p-1", "afas", "10026");
    }

    static EmployeeFacts facts(String team, String manager) {
        return new EmployeeFacts(
                "Noor",
                "Voorbeeld",
                "noor@example.org",
                "nl",
                "Europe/Amsterdam",
                team,
                "Monteur",
                null,
                manager,
                ContractKind.PERMANENT,
                2160,
                List.of(Weekday.MON, Weekday.TUE),
                LocalDate.of(2024, 3, 1),
                null,
                null,
                null);
    }

    static HrRecord.Upsert upsert(String id, LocalDate effectiveAt, long position, EmployeeFacts facts) {
        return new HrRecord.Upsert(
                id, "print-" + id, new RecordOrder(effectiveAt, position), null, null, facts, HrField.ALL);
    }

    static HrRecord.Upsert upsert(String id, RecordOrder order, EmployeeFacts facts, Set<HrField> stated) {
        return new HrRecord.Upsert(id, "print-" + id, order, null, null, facts, stated);
    }

    static HrRecord.Leaving leaving(String id, LocalDate effectiveAt, LocalDate lastDay) {
        return new HrRecord.Leaving(id, "print-" + id, new RecordOrder(effectiveAt, 9), null, null, lastDay);
    }

    static Decision<Person> ingest(Person person, HrRecord record) {
        return person.ingest(record, LINES, NOW).decision();
    }

    static Person ingested(Person person, HrRecord... records) {
        Person now = person;
        for (HrRecord record : records) {
            Person before = now;
            now = ingest(before, record).stateOr(() -> before);
        }
        return now;
    }

    static List<Record> events(Decision<Person> decision) {
        return decision instanceof Decision.Accepted<Person> accepted ? accepted.events() : List.of();
    }
}
