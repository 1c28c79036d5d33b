package nl.klimrek.people.person;

import static nl.klimrek.people.person.PersonFixture.CHART;
import static nl.klimrek.people.person.PersonFixture.NOW;
import static nl.klimrek.people.person.PersonFixture.TODAY;
import static nl.klimrek.people.person.PersonFixture.facts;
import static nl.klimrek.people.person.PersonFixture.nobody;
import static nl.klimrek.people.person.PersonFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever order records come in, and however often: the end is what the newest of them says, and news adds up to it. */
class PersonModelTest {

    private static final int RUNS = 300;

    static List<Long> seeds() {
        return new Random(20261101).longs(RUNS).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_newest_record_that_holds_wins_whatever_order_records_come_in(long seed) {
        Random random = new Random(seed);
        List<HrRecord> records = records(random);
        Person person = nobody();
        Told told = new Told();
        for (HrRecord record : shuffledWithDoubles(records, random)) {
            person = step(person, person.take(record, CHART, NOW), told);
        }
        for (int day = 1; day <= 8; day++) {
            person = step(person, person.advance(CHART, NOW.plus(Duration.ofDays(day))), told);
        }
        EmployeeFacts expected = records.stream().max(Comparator.comparing(HrRecord::order))
                .map(newest -> ((HrRecord.Upsert) newest).facts()).orElseThrow();
        assertThat(person.facts()).isEqualTo(expected);
        assertThat(person.upcoming()).isEmpty();
        assertThat(told.employed).isEqualTo(person.employed());
        // Of who left, nobody is told in which team they would have been.
        assertThat(told.team).isEqualTo(person.employed() ? expected.teamCode() : told.team);
        assertThat(told.manager).isEqualTo(person.reporting().manager());
    }

    private static Person step(Person before, Decision<Person> decision, Told told) {
        PersonFixture.news(decision).forEach(told::hear);
        return decision.stateOr(() -> before);
    }

    private static List<HrRecord> records(Random random) {
        List<HrRecord> records = new ArrayList<>();
        int count = 1 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            EmployeeFacts facts = facts("Team " + random.nextInt(3), random.nextBoolean() ? "22" : null);
            records.add(upsert("r" + i, TODAY.plusDays(random.nextInt(14) - 7L), i,
                    random.nextInt(4) == 0 ? facts.endingOn(TODAY.minusDays(20)) : facts));
        }
        return records;
    }

    private static List<HrRecord> shuffledWithDoubles(List<HrRecord> records, Random random) {
        List<HrRecord> sent = new ArrayList<>(records);
        records.stream().filter(record -> random.nextInt(3) == 0).forEach(sent::add);
        Collections.shuffle(sent, random);
        return sent;
    }

    /** What somebody who only hears the news believes. */
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

        private void believe(boolean isEmployed, String inTeam, String underManager) {
            employed = isEmployed;
            team = inTeam;
            manager = underManager;
        }
    }
}
