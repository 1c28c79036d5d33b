package nl.klimrek.people.person;

import static nl.klimrek.people.person.PersonFixture.LINES;
import static nl.klimrek.people.person.PersonFixture.NOW;
import static nl.klimrek.people.person.PersonFixture.TODAY;
import static nl.klimrek.people.person.PersonFixture.events;
import static nl.klimrek.people.person.PersonFixture.facts;
import static nl.klimrek.people.person.PersonFixture.ingest;
import static nl.klimrek.people.person.PersonFixture.ingested;
import static nl.klimrek.people.person.PersonFixture.leaving;
import static nl.klimrek.people.person.PersonFixture.nobody;
import static nl.klimrek.people.person.PersonFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import nl.klimrek.people.person.ReportingLine.NoManager;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Test
    void somebody_new_joins_with_team_code_and_manager() {
        Decision<Person> decision = ingest(nobody(), upsert("1", MAY, 1, facts("Productie 2", "22")));
        assertThat(events(decision)).singleElement().isInstanceOfSatisfying(PersonJoined.class, joined -> {
            assertThat(joined.team()).isEqualTo("productie-2");
            assertThat(joined.manager()).isEqualTo("m-22");
            assertThat(joined.effectiveAt()).isEqualTo(MAY);
        });
    }

    @Test
    void a_record_from_before_what_is_known_changes_nothing() {
        Person known = ingested(nobody(), upsert("2", JUNE, 1, facts("B", null)));
        Decision<Person> late = ingest(known, upsert("1", MAY, 9, facts("A", "22")));
        assertThat(events(late)).isEmpty();
        assertThat(late.stateOr(() -> known).facts().team()).isEqualTo("B");
    }

    @Test
    void of_two_records_for_one_day_the_source_s_order_decides() {
        Person known = ingested(nobody(), upsert("2", MAY, 7, facts("B", null)), upsert("1", MAY, 6, facts("A", null)));
        assertThat(known.facts().team()).isEqualTo("B");
    }

    @Test
    void the_same_record_again_is_not_even_stored() {
        HrRecord record = upsert("1", MAY, 1, facts("A", null));
        assertThat(ingest(ingested(nobody(), record), record)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void other_content_under_a_known_id_is_a_conflict() {
        Person known = ingested(nobody(), upsert("1", MAY, 1, facts("A", null)));
        HrRecord other = new HrRecord.Upsert(
                "1", "other print", new RecordOrder(JUNE, 1), null, null, facts("B", null), HrField.ALL);
        assertThat(ingest(known, other)).isEqualTo(Decision.refuse("conflict"));
    }

    @Test
    void a_change_names_what_differs() {
        Person known = ingested(nobody(), upsert("1", MAY, 1, facts("A", null)));
        assertThat(events(ingest(known, upsert("2", JUNE, 1, facts("B", "22")))))
                .singleElement()
                .isInstanceOfSatisfying(
                        PersonChanged.class,
                        changed ->
                                assertThat(changed.changed()).containsExactly(PersonField.TEAM, PersonField.MANAGER));
    }

    @Test
    void the_same_facts_again_are_no_news() {
        Person known = ingested(nobody(), upsert("1", MAY, 1, facts("A", null)));
        assertThat(events(ingest(known, upsert("2", JUNE, 1, facts("A", null)))))
                .isEmpty();
    }

    @Test
    void who_left_before_we_heard_of_them_never_joins() {
        Decision<Person> decision =
                ingest(nobody(), upsert("1", MAY, 1, facts("A", "22").endingOn(JUNE)));
        assertThat(events(decision)).singleElement().isInstanceOf(PersonLeft.class);
    }

    @Test
    void a_leaver_has_no_manager_and_told_whose_report_they_were() {
        Person known = ingested(nobody(), upsert("1", MAY, 1, facts("A", "22")));
        Decision<Person> gone = ingest(known, leaving("2", JUNE, JUNE.minusDays(1)));
        assertThat(events(gone)).containsExactly(new PersonLeft("p-1", "a", "m-22", JUNE.minusDays(1)));
        assertThat(gone.stateOr(() -> known).reporting().manager()).isNull();
    }

    @Test
    void on_the_last_day_somebody_is_still_employed_and_the_day_after_not() {
        Person known = ingested(nobody(), upsert("1", MAY, 1, facts("A", null).endingOn(TODAY)));
        assertThat(known.employed()).isTrue();
        Decision<Person> tomorrow = known.advance(LINES, NOW.plus(Duration.ofDays(1)));
        assertThat(events(tomorrow)).singleElement().isInstanceOf(PersonLeft.class);
    }

    @Test
    void a_returner_is_told_as_returned() {
        Person gone = ingested(nobody(), upsert("1", MAY, 1, facts("A", null)), leaving("2", JUNE, JUNE));
        assertThat(events(ingest(gone, upsert("3", TODAY, 1, facts("A", "22")))))
                .singleElement()
                .isInstanceOfSatisfying(
                        PersonChanged.class,
                        changed -> assertThat(changed.changed()).contains(PersonField.RETURNED, PersonField.MANAGER));
    }

    @Test
    void a_change_for_tomorrow_waits_for_tomorrow_in_the_person_s_own_zone() {
        Person known = ingested(
                nobody(), upsert("1", MAY, 1, facts("A", null)), upsert("2", TODAY.plusDays(1), 1, facts("B", null)));
        assertThat(known.facts().team()).isEqualTo("A");
        // 23:30 UTC on 1 November is already 2 November in Amsterdam.
        Person tomorrow =
                known.advance(LINES, NOW.plus(Duration.ofMinutes(750))).stateOr(() -> known);
        assertThat(tomorrow.facts().team()).isEqualTo("B");
    }

    @Test
    void a_leave_that_overtakes_its_person_is_applied_when_the_person_is_known() {
        Person early = ingested(nobody(), leaving("2", JUNE, JUNE.minusDays(1)));
        assertThat(early.status()).isEqualTo(EmploymentStatus.EXPECTED);
        Decision<Person> known = ingest(early, upsert("1", MAY, 1, facts("A", null)));
        assertThat(events(known)).singleElement().isInstanceOf(PersonLeft.class);
    }

    @Test
    void a_leave_before_the_first_day_is_refused() {
        Person known = ingested(nobody(), upsert("1", MAY, 1, facts("A", null)));
        assertThat(ingest(known, leaving("2", JUNE, LocalDate.of(2020, 1, 1))))
                .isEqualTo(Decision.refuse("impossible-dates"));
    }

    @Test
    void an_unknown_manager_leaves_a_reason_until_the_manager_is_known() {
        Person waiting = ingested(nobody(), upsert("1", MAY, 1, facts("A", "77")));
        assertThat(waiting.reporting()).isEqualTo(ReportingLine.toNobody(NoManager.UNKNOWN_NUMBER));
        Decision<Person> related =
                waiting.updateReportingLine(new ReportingLines(Map.of("77", ReportingLine.to("m-77"))), NOW);
        assertThat(events(related)).singleElement().isInstanceOfSatisfying(PersonChanged.class, changed -> {
            assertThat(changed.manager()).isEqualTo("m-77");
            assertThat(changed.effectiveAt()).isEqualTo(TODAY);
        });
    }
}
