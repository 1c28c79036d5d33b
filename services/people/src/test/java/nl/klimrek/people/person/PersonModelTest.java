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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever order records come in, and however often: each fact is what was said last, later records keep having effect,
 * and the domain events add up to the state. The seed of a run is in its name.
 */
class PersonModelTest {

    private static final int RUNS = 300;

    static List<Long> seeds() {
        return new Random(20261101).longs(RUNS).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void each_fact_is_what_was_said_last_whatever_order_records_come_in(long seed) {
        Random random = new Random(seed);
        List<HrRecord.Upsert> said = records(random, 0);
        Told told = new Told();
        Person person = nobody();
        for (HrRecord record : shuffledWithDoubles(said, random)) {
            person = step(person, person.ingest(record, LINES, NOW).decision(), told);
        }
        EmployeeFacts expected = facts("Default", null);
        for (HrRecord.Upsert record : said) {
            expected = expected.with(record.facts(), record.stated()).orElseThrow();
        }
        assertThat(person.facts()).isEqualTo(expected);
        assertThat(person.upcoming()).isEmpty();
        told.agreesWith(person);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_was_announced_the_whole_person_said_later_has_effect_and_one_said_again_has_none(long seed) {
        Random random = new Random(seed);
        Told told = new Told();
        Person person = nobody();
        List<HrRecord.Upsert> said = records(random, 9);
        for (HrRecord record : shuffledWithDoubles(said, random)) {
            person = step(person, person.ingest(record, LINES, NOW).decision(), told);
        }
        for (int day = 1; day <= 10; day++) {
            person = step(person, person.advance(LINES, NOW.plus(Duration.ofDays(day))), told);
            told.agreesWith(person);
        }
        assertThat(person.upcoming()).isEmpty();
        Instant later = NOW.plus(Duration.ofDays(11));
        EmployeeFacts correction = facts("Correction", "22");
        HrRecord last = upsert("last", RecordOrder.saidAt(TODAY.minusYears(2), later), correction, HrField.ALL);
        person = step(person, person.ingest(last, LINES, later).decision(), told);
        assertThat(person.facts()).isEqualTo(correction);
        HrRecord again = upsert("again", RecordOrder.saidAt(TODAY, later.plusSeconds(1)), correction, HrField.ALL);
        assertThat(person.ingest(again, LINES, later).result().outcome()).isEqualTo(RecordOutcome.UNCHANGED);
        told.agreesWith(person);
    }

    private static Person step(Person before, Decision<Person> decision, Told told) {
        PersonFixture.events(decision).forEach(told::hear);
        return decision.stateOr(() -> before);
    }

    /** In the order in which they are said, an hour apart; each holds from a day at most {@code ahead} days ahead. */
    private static List<HrRecord.Upsert> records(Random random, int ahead) {
        List<HrRecord.Upsert> records = new ArrayList<>();
        int count = 1 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            EmployeeFacts facts = facts("Team " + random.nextInt(3), random.nextBoolean() ? "22" : null);
            RecordOrder order = RecordOrder.saidAt(
                    TODAY.plusDays(random.nextInt(20 + ahead) - 20L), NOW.minus(Duration.ofHours(count - (long) i)));
            boolean whole = random.nextBoolean();
            Set<HrField> stated = whole
                    ? HrField.ALL
                    : random.nextBoolean() ? Set.of(HrField.TEAM, HrField.START_DATE) : Set.of(HrField.MANAGER_NUMBER);
            EmployeeFacts values = whole && random.nextInt(4) == 0 ? facts.endingOn(TODAY.minusDays(20)) : facts;
            // What a record does not state has its default, as a reader gives it.
            records.add(upsert(
                    "r" + i, order, facts("Default", null).with(values, stated).orElseThrow(), stated));
        }
        return records;
    }

    private static List<HrRecord> shuffledWithDoubles(List<HrRecord.Upsert> records, Random random) {
        List<HrRecord> sent = new ArrayList<>(records);
        records.stream().filter(record -> random.nextInt(3) == 0).forEach(sent::add);
        Collections.shuffle(sent, random);
        return sent;
    }

    /** The state as a reader of the events alone knows it. */
    private static final class Told {

        private boolean employed;
        private String team;
        private String manager;

        void hear(Record news) {
            if (news instanceof PersonJoined joined) {
                assertThat(employed).as("joins once").isFalse();
                believe(true, joined.team(), joined.manager());
            } else if (news instanceof PersonChanged changed) {
                believe(true, changed.team(), changed.manager());
            } else if (news instanceof PersonLeft left) {
                believe(false, left.team(), null);
            }
        }

        void agreesWith(Person person) {
            assertThat(employed).isEqualTo(person.employed());
            // Of who left, nobody is told in which team they would have been.
            assertThat(team).isEqualTo(person.employed() ? person.facts().teamCode() : team);
            assertThat(manager).isEqualTo(person.reporting().manager());
        }

        private void believe(boolean isEmployed, String inTeam, String underManager) {
            employed = isEmployed;
            team = inTeam;
            manager = underManager;
        }
    }
}
