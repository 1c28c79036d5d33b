package nl.klimrek.people.person;

import static nl.klimrek.people.person.PersonFixture.LINES;
import static nl.klimrek.people.person.PersonFixture.NOW;
import static nl.klimrek.people.person.PersonFixture.TODAY;
import static nl.klimrek.people.person.PersonFixture.facts;
import static nl.klimrek.people.person.PersonFixture.nobody;
import static nl.klimrek.people.person.PersonFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.FieldChange;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import org.junit.jupiter.api.Test;

/** Which record wins, and what is answered about each: the examples of the decision page. */
class RecordPrecedenceTest {

    private Person person = nobody();
    private Instant now = NOW;
    private int records;
    private Decision<Person> last;

    @Test
    void a_correction_to_an_earlier_day_holds_and_later_records_keep_having_effect() {
        assertThat(says(LocalDate.of(2020, 2, 1), starting("T", null, LocalDate.of(2020, 2, 1)))
                        .outcome())
                .isEqualTo(RecordOutcome.NEW);
        RecordResult corrected = says(LocalDate.of(2020, 1, 1), starting("T2", "22", LocalDate.of(2020, 1, 1)));
        assertThat(corrected.outcome()).isEqualTo(RecordOutcome.CHANGED);
        assertThat(corrected.changes())
                .extracting(FieldChange::field)
                .containsExactly("team", "managerNumber", "startDate");
        assertThat(person.reporting().manager()).isEqualTo("m-22");
        assertThat(says(LocalDate.of(2019, 12, 1), starting("T3", "22", LocalDate.of(2019, 12, 1)))
                        .outcome())
                .isEqualTo(RecordOutcome.CHANGED);
        assertThat(says(TODAY, starting("T4", "22", LocalDate.of(2019, 12, 1))).outcome())
                .isEqualTo(RecordOutcome.CHANGED);
        assertThat(person.facts().team()).isEqualTo("T4");
    }

    @Test
    void a_record_said_earlier_that_arrives_late_is_superseded_by_the_one_said_later() {
        now = NOW.minus(Duration.ofDays(3));
        HrRecord late = record(TODAY.minusDays(9), facts("Old", "22"), HrField.ALL);
        now = NOW;
        says(TODAY.minusDays(20), facts("New", null));
        RecordResult result = ingest(late);
        assertThat(result.outcome()).isEqualTo(RecordOutcome.SUPERSEDED);
        assertThat(result.supersededBy()).isEqualTo(new RecordResult.SupersededBy(TODAY.minusDays(20), now));
        assertThat(person.facts().team()).isEqualTo("New");
        assertThat(PersonFixture.events(last)).isEmpty();
    }

    @Test
    void what_repeats_is_unchanged_also_when_it_arrives_late() {
        says(TODAY.minusDays(20), facts("A", null));
        assertThat(says(TODAY, facts("A", null)).outcome()).isEqualTo(RecordOutcome.UNCHANGED);
        assertThat(ingest(upsert(
                                "late",
                                RecordOrder.saidAt(TODAY.minusDays(30), NOW.minusSeconds(99)),
                                facts("A", null),
                                HrField.ALL))
                        .outcome())
                .isEqualTo(RecordOutcome.UNCHANGED);
    }

    @Test
    void an_announced_change_survives_the_nightly_file_and_takes_effect_on_its_day() {
        says(TODAY.minusDays(20), facts("A", null));
        assertThat(says(TODAY.plusDays(5), facts("B", null)).outcome()).isEqualTo(RecordOutcome.ANNOUNCED);
        for (int night = 1; night <= 4; night++) {
            next(Duration.ofDays(1));
            assertThat(says(TODAY.plusDays(night), facts("A", null)).outcome()).isEqualTo(RecordOutcome.UNCHANGED);
        }
        next(Duration.ofDays(1));
        assertThat(person.facts().team()).isEqualTo("B");
        assertThat(says(TODAY.plusDays(5), facts("A", null)).outcome())
                .as("said on the day itself, it was called off")
                .isEqualTo(RecordOutcome.CHANGED);
    }

    @Test
    void what_an_announcement_only_repeats_does_not_undo_what_was_said_since() {
        says(TODAY.minusDays(20), facts("A", null));
        says(TODAY.plusDays(5), facts("B", null));
        says(TODAY, facts("A", null), email("noor.nieuw@example.org"));
        next(Duration.ofDays(6));
        assertThat(person.facts().team()).isEqualTo("B");
        assertThat(person.facts().email()).isEqualTo("noor.nieuw@example.org");
    }

    @Test
    void what_is_said_later_about_an_announced_day_replaces_the_announcement() {
        says(TODAY.minusDays(20), facts("A", null));
        says(TODAY.plusDays(5), facts("B", null));
        assertThat(says(TODAY.plusDays(5), facts("C", null)).outcome()).isEqualTo(RecordOutcome.ANNOUNCED);
        assertThat(person.upcoming()).hasSize(1);
        next(Duration.ofDays(6));
        assertThat(person.facts().team()).isEqualTo("C");
    }

    @Test
    void a_future_starter_is_announced_not_employed_and_joins_on_the_first_day() {
        LocalDate start = TODAY.plusDays(35);
        assertThat(says(TODAY.minusDays(9), starting("A", "22", start)).outcome())
                .isEqualTo(RecordOutcome.ANNOUNCED);
        assertThat(PersonFixture.events(last)).isEmpty();
        assertThat(person.employed()).isFalse();
        assertThat(person.reporting().manager()).isNull();
        next(Duration.ofDays(34));
        assertThat(person.employed()).isFalse();
        next(Duration.ofDays(1));
        assertThat(PersonFixture.events(last)).singleElement().isInstanceOfSatisfying(PersonJoined.class, joined -> {
            assertThat(joined.manager()).isEqualTo("m-22");
            assertThat(joined.effectiveAt()).isEqualTo(start);
        });
    }

    @Test
    void the_same_future_starter_in_every_nightly_file_is_unchanged_for_ever() {
        LocalDate start = TODAY.plusDays(65);
        assertThat(says(start, starting("A", null, start)).outcome()).isEqualTo(RecordOutcome.ANNOUNCED);
        for (int night = 1; night < 64; night++) {
            next(Duration.ofDays(1));
            assertThat(says(start, starting("A", null, start)).outcome())
                    .as("night %d", night)
                    .isEqualTo(RecordOutcome.UNCHANGED);
            assertThat(person.upcoming()).hasSizeLessThanOrEqualTo(1);
        }
        next(Duration.ofDays(3));
        assertThat(person.employed()).isTrue();
    }

    @Test
    void an_announced_change_in_every_nightly_file_is_unchanged_for_ever() {
        says(TODAY.minusDays(20), facts("A", null));
        LocalDate day = TODAY.plusDays(65);
        assertThat(says(day, facts("B", null)).outcome()).isEqualTo(RecordOutcome.ANNOUNCED);
        for (int night = 1; night < 64; night++) {
            next(Duration.ofDays(1));
            assertThat(says(day, facts("B", null)).outcome())
                    .as("night %d", night)
                    .isEqualTo(RecordOutcome.UNCHANGED);
        }
        assertThat(person.upcoming()).hasSize(1);
    }

    @Test
    void a_future_starter_who_changes_is_announced_again_and_one_called_off_never_starts() {
        LocalDate start = TODAY.plusDays(35);
        says(start, starting("A", null, start));
        RecordResult changed = says(start, starting("B", null, start));
        assertThat(changed.outcome()).isEqualTo(RecordOutcome.ANNOUNCED);
        assertThat(changed.changes()).containsExactly(new FieldChange("team", "A", "B"));
        says(TODAY.minusDays(1), starting("B", null, TODAY.minusDays(1)).endingOn(TODAY.minusDays(1)));
        next(Duration.ofDays(40));
        assertThat(person.employed()).isFalse();
    }

    @Test
    void a_first_day_that_moves_moves_in_both_directions() {
        says(TODAY.plusDays(35), starting("A", null, TODAY.plusDays(35)));
        says(TODAY.plusDays(50), starting("A", null, TODAY.plusDays(50)));
        next(Duration.ofDays(40));
        assertThat(person.employed()).as("moved to later").isFalse();
        says(TODAY.plusDays(45), starting("A", null, TODAY.plusDays(45)));
        next(Duration.ofDays(5));
        assertThat(person.employed()).as("moved to earlier").isTrue();
        next(Duration.ofDays(9));
        assertThat(person.facts().startDate()).isEqualTo(TODAY.plusDays(45));
    }

    @Test
    void leaving_before_the_first_day_calls_the_start_off() {
        says(TODAY.plusDays(35), starting("A", null, TODAY.plusDays(35)));
        RecordResult result = ingest(
                new HrRecord.Leaving("bye", "p", RecordOrder.saidAt(TODAY, now.plusSeconds(9)), null, null, TODAY));
        assertThat(result.outcome()).isEqualTo(RecordOutcome.CHANGED);
        next(Duration.ofDays(40));
        assertThat(person.employed()).isFalse();
    }

    @Test
    void a_leave_that_arrives_after_the_return_is_superseded_by_it() {
        says(LocalDate.of(2025, 1, 1), starting("A", null, LocalDate.of(2025, 1, 1)));
        says(LocalDate.of(2026, 6, 1), starting("A", null, LocalDate.of(2026, 6, 1)));
        HrRecord late = new HrRecord.Leaving(
                "bye",
                "p",
                RecordOrder.saidAt(LocalDate.of(2026, 2, 1), NOW.minusSeconds(999)),
                null,
                null,
                LocalDate.of(2026, 1, 31));
        assertThat(ingest(late).outcome()).isEqualTo(RecordOutcome.SUPERSEDED);
        assertThat(person.employed()).isTrue();
    }

    @Test
    void an_employee_whose_start_turns_out_to_be_ahead_is_not_employed_until_then() {
        says(TODAY.minusDays(9), starting("A", "22", TODAY.minusDays(9)));
        says(TODAY.minusDays(9), starting("A", "22", TODAY.plusDays(9)));
        assertThat(PersonFixture.events(last)).singleElement().isInstanceOf(PersonLeft.class);
        next(Duration.ofDays(9));
        assertThat(PersonFixture.events(last)).singleElement().isInstanceOf(PersonChanged.class);
        assertThat(person.employed()).isTrue();
    }

    @Test
    void a_record_changes_only_the_fields_it_states_and_empties_those_it_states_as_empty() {
        says(TODAY.minusDays(20), facts("A", "22"));
        RecordResult partial =
                ingest(record(TODAY.minusDays(5), facts(null, null), Set.of(HrField.TEAM, HrField.FAMILY_NAME)));
        assertThat(partial.changes()).containsExactly(new FieldChange("team", "A", null));
        assertThat(person.facts().managerNumber()).isEqualTo("22");
        assertThat(person.facts().givenName()).isEqualTo("Noor");
    }

    @Test
    void dates_that_contradict_what_is_known_are_refused_and_change_nothing() {
        says(TODAY.minusDays(20), facts("A", null));
        HrRecord impossible =
                record(TODAY, facts("A", null).endingOn(LocalDate.of(2024, 4, 1)), Set.of(HrField.END_DATE));
        ingest(impossible);
        HrRecord laterStart = record(TODAY, starting("A", null, LocalDate.of(2025, 1, 1)), Set.of(HrField.START_DATE));
        assertThat(person.ingest(laterStart, LINES, now).decision()).isEqualTo(Decision.refuse("impossible-dates"));
    }

    @Test
    void a_second_row_of_one_file_about_the_same_day_is_refused_and_one_about_another_day_is_history() {
        RecordOrder order = RecordOrder.saidAt(TODAY.minusDays(9), now);
        ingest(new HrRecord.Upsert("1", "a", order, null, "file", facts("A", null), HrField.ALL));
        HrRecord rival = new HrRecord.Upsert("2", "b", order, null, "file", facts("B", null), HrField.ALL);
        assertThat(person.ingest(rival, LINES, now).decision()).isEqualTo(Decision.refuse("twice-in-file"));
        HrRecord older = new HrRecord.Upsert(
                "3", "c", RecordOrder.saidAt(TODAY.minusDays(99), now), null, "file", facts("C", null), HrField.ALL);
        assertThat(ingest(older).outcome()).isEqualTo(RecordOutcome.SUPERSEDED);
        HrRecord newer = new HrRecord.Upsert(
                "4", "d", RecordOrder.saidAt(TODAY.minusDays(2), now), null, "file", facts("D", null), HrField.ALL);
        assertThat(ingest(newer).outcome()).isEqualTo(RecordOutcome.CHANGED);
    }

    @Test
    void the_content_of_an_earlier_record_said_again_under_its_id_has_effect() {
        HrRecord first = new HrRecord.Upsert(
                "row", "a", RecordOrder.saidAt(TODAY, now), null, null, facts("A", null), HrField.ALL);
        ingest(first);
        says(TODAY, facts("B", null));
        next(Duration.ofHours(1));
        HrRecord again = new HrRecord.Upsert(
                "row", "a", RecordOrder.saidAt(TODAY, now), null, null, facts("A", null), HrField.ALL);
        assertThat(ingest(again).outcome()).isEqualTo(RecordOutcome.CHANGED);
        assertThat(ingest(first).outcome()).as("delivered again").isEqualTo(RecordOutcome.UNCHANGED);
    }

    @Test
    void a_source_s_own_sequence_decides_whatever_its_times_say() {
        ingest(upsert(
                "7",
                new RecordOrder(TODAY.minusDays(9), 7, micros(NOW.minusSeconds(60))),
                facts("Seven", null),
                HrField.ALL));
        RecordResult six = ingest(
                upsert("6", new RecordOrder(TODAY.minusDays(8), 6, micros(NOW)), facts("Six", null), HrField.ALL));
        assertThat(six.outcome()).isEqualTo(RecordOutcome.SUPERSEDED);
    }

    @Test
    void a_source_with_a_sequence_keeps_having_effect_after_a_file_without_one() {
        ingest(upsert(
                "7",
                new RecordOrder(TODAY.minusDays(9), 7, micros(NOW.minusSeconds(60))),
                facts("Seven", null),
                HrField.ALL));
        says(TODAY.minusDays(9), facts("File", null));
        RecordResult eight = ingest(upsert(
                "8",
                new RecordOrder(TODAY.minusDays(9), 8, micros(now.plusSeconds(1))),
                facts("Eight", null),
                HrField.ALL));
        assertThat(eight.outcome()).isEqualTo(RecordOutcome.CHANGED);
        assertThat(person.facts().team()).isEqualTo("Eight");
    }

    private RecordResult says(LocalDate from, EmployeeFacts facts) {
        next(Duration.ofMinutes(1));
        return ingest(record(from, facts, HrField.ALL));
    }

    private void says(LocalDate from, EmployeeFacts facts, EmployeeFacts otherEmail) {
        next(Duration.ofMinutes(1));
        ingest(record(from, facts.with(otherEmail, Set.of(HrField.EMAIL)).orElseThrow(), HrField.ALL));
    }

    private HrRecord record(LocalDate from, EmployeeFacts facts, Set<HrField> stated) {
        return upsert("r" + records++, RecordOrder.saidAt(from, now), facts, stated);
    }

    private RecordResult ingest(HrRecord record) {
        RecordDecision ingestion = person.ingest(record, LINES, now);
        last = ingestion.decision();
        person = last.stateOr(() -> person);
        return ingestion.result();
    }

    private void next(Duration time) {
        now = now.plus(time);
        last = person.advance(LINES, now);
        person = last.stateOr(() -> person);
    }

    private static long micros(Instant moment) {
        return RecordOrder.saidAt(TODAY, moment).saidAt();
    }

    private static EmployeeFacts starting(String team, String manager, LocalDate start) {
        EmployeeFacts facts = facts(team, manager);
        return new EmployeeFacts(
                facts.givenName(),
                facts.familyName(),
                facts.email(),
                facts.language(),
                facts.timeZone(),
                team,
                facts.job(),
                facts.jobFamily(),
                manager,
                facts.contractKind(),
                facts.minutesPerWeek(),
                facts.workingDays(),
                start,
                null,
                null,
                null);
    }

    private static EmployeeFacts email(String address) {
        EmployeeFacts facts = facts("A", null);
        return new EmployeeFacts(
                facts.givenName(),
                facts.familyName(),
                address,
                facts.language(),
                facts.timeZone(),
                "A",
                facts.job(),
                facts.jobFamily(),
                null,
                facts.contractKind(),
                facts.minutesPerWeek(),
                facts.workingDays(),
                facts.startDate(),
                null,
                null,
                null);
    }
}
