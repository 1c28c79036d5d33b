package nl.klimrek.people.person;

import static nl.klimrek.people.person.PersonFixture.LINES;
import static nl.klimrek.people.person.PersonFixture.NOW;
import static nl.klimrek.people.person.PersonFixture.TODAY;
import static nl.klimrek.people.person.PersonFixture.facts;
import static nl.klimrek.people.person.PersonFixture.ingested;
import static nl.klimrek.people.person.PersonFixture.leaving;
import static nl.klimrek.people.person.PersonFixture.nobody;
import static nl.klimrek.people.person.PersonFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NextChangeTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void an_employed_person_without_a_last_day_or_announcement_is_never_due() {
        assertThat(ingested(nobody(), upsert("1", MAY, 1, facts("A", null))).due())
                .isNull();
    }

    @Test
    void an_announcement_is_due_when_its_day_begins_in_the_persons_zone() {
        Person person = ingested(
                nobody(), upsert("1", MAY, 1, facts("A", null)), upsert("2", TODAY.plusDays(3), 1, facts("B", null)));
        assertThat(person.due()).isEqualTo(start(TODAY.plusDays(3)));
    }

    @Test
    void a_last_day_is_due_when_the_day_after_begins() {
        Person person = ingested(nobody(), upsert("1", MAY, 1, facts("A", null).endingOn(TODAY.plusDays(2))));
        assertThat(person.due()).isEqualTo(start(TODAY.plusDays(3)));
    }

    @Test
    void a_leaving_record_of_somebody_unknown_is_due_on_no_day() {
        assertThat(ingested(nobody(), leaving("1", TODAY.plusDays(3), TODAY.plusDays(3)))
                        .due())
                .isNull();
    }

    @Test
    void a_person_who_changed_stays_due_until_what_follows_is_done() {
        Person person = ingested(nobody(), upsert("1", MAY, 1, facts("A", null).endingOn(TODAY)));
        Instant tomorrow = start(TODAY.plusDays(1));
        Person left = advanced(person, tomorrow);
        assertThat(left.due()).isEqualTo(tomorrow);
        assertThat(left.advance(LINES, tomorrow.plusSeconds(1))).isEqualTo(Decision.unchanged());
        Person settled = left.settled().stateOr(() -> left);
        assertThat(settled.due()).isNull();
        assertThat(settled.settled()).isEqualTo(Decision.unchanged());
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** A person never stays due for nothing, and never changes earlier. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void somebody_due_changes_at_that_moment_and_not_before(long seed) {
        Random random = new Random(seed);
        Person person = nobody();
        for (int i = 0; i < 6; i++) {
            LocalDate day = TODAY.plusDays(random.nextInt(40) - 20);
            Person before = person;
            var record = random.nextInt(4) == 0
                    ? leaving("r" + i, day, TODAY.plusDays(random.nextInt(40) - 10))
                    : upsert("r" + i, day, i, facts("T" + random.nextInt(3), null));
            person = before.ingest(record, LINES, NOW).decision().stateOr(() -> before);
        }
        Instant now = NOW;
        for (Instant due = person.due(); due != null; due = person.due()) {
            if (due.isAfter(now)) {
                assertThat(person.advance(LINES, due.minusMillis(1))).isEqualTo(Decision.unchanged());
                now = due;
            }
            assertThat(person.advance(LINES, now)).isInstanceOf(Decision.Accepted.class);
            Person changed = advanced(person, now);
            person = changed.settled().stateOr(() -> changed);
        }
    }

    private static Person advanced(Person person, Instant now) {
        return person.advance(LINES, now).stateOr(() -> person);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(AMSTERDAM).toInstant();
    }
}
