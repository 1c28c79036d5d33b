package nl.klimrek.reminders.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.reminders.catalogue.PromptGroup;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.catalogue.PromptRuleKind;
import nl.klimrek.reminders.prompt.Repetition;
import nl.klimrek.reminders.settings.PromptSettings;
import nl.klimrek.reminders.timing.Recipient;
import nl.klimrek.reminders.timing.SendingHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingPolicyTest {

    private static final PromptRule DUTY = rule(PromptRuleKind.DUTY);
    private static final PromptRule HELP = rule(PromptRuleKind.HELP);
    private static final Set<DayOfWeek> WEEK =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final SendingHours OFFICE = new SendingHours(LocalTime.of(9, 0), LocalTime.of(17, 0), true);
    private static final Instant TUESDAY = Instant.parse("2027-03-02T10:00:00Z");
    private static final PromptSettings NONE = PromptSettings.none("p-anna");
    private static final PromptSettings UNWANTED =
            new PromptSettings("p-anna", Set.of(), Set.of(PromptGroup.PLAN), null, null);
    private static final PromptSettings WITHOUT_MAIL =
            new PromptSettings("p-anna", Set.of(PromptGroup.PLAN), Set.of(), null, null);

    @Test
    void a_person_who_left_gets_nothing() {
        SendingPolicy policy = new SendingPolicy(anna("Europe/Amsterdam", null), NONE, OFFICE, true, false);
        assertThat(policy.decide(DUTY, true, TUESDAY)).isEqualTo(SendingDecision.suppress(SuppressReason.LEFT));
    }

    @Test
    void an_unwanted_kind_is_suppressed_and_a_duty_is_not() {
        SendingPolicy policy = policy(UNWANTED, false);
        assertThat(policy.decide(HELP, false, TUESDAY)).isEqualTo(SendingDecision.suppress(SuppressReason.OPTED_OUT));
        assertThat(policy.decide(DUTY, false, TUESDAY)).isEqualTo(SendingDecision.send(true));
    }

    @Test
    void a_kind_without_mail_goes_to_the_inbox_and_a_duty_is_mailed() {
        SendingPolicy policy = policy(WITHOUT_MAIL, true);
        assertThat(policy.decide(HELP, false, TUESDAY)).isEqualTo(SendingDecision.send(false));
        assertThat(policy.decide(DUTY, false, TUESDAY)).isEqualTo(SendingDecision.send(true));
    }

    @Test
    void an_absent_person_is_asked_on_the_first_day_back() {
        SendingPolicy policy =
                new SendingPolicy(anna("Europe/Amsterdam", LocalDate.parse("2027-03-05")), NONE, OFFICE, false, false);
        assertThat(policy.decide(DUTY, true, TUESDAY))
                .isEqualTo(SendingDecision.postpone(SuppressReason.ABSENT, Instant.parse("2027-03-08T08:00:00Z")));
    }

    @Test
    void the_cap_holds_back_until_monday_what_is_no_duty_and_joins_no_message() {
        SendingPolicy policy = policy(NONE, true);
        assertThat(policy.decide(HELP, false, TUESDAY))
                .isEqualTo(SendingDecision.postpone(SuppressReason.CAP, Instant.parse("2027-03-08T08:00:00Z")));
        assertThat(policy.decide(HELP, true, TUESDAY)).isEqualTo(SendingDecision.send(true));
        assertThat(policy.decide(DUTY, false, TUESDAY)).isEqualTo(SendingDecision.send(true));
        assertThat(policy.needsMessage(DUTY, TUESDAY)).isTrue();
        assertThat(policy.needsMessage(HELP, TUESDAY)).isFalse();
    }

    @ParameterizedTest(name = "{0}, {1}: the week begins at {2}")
    @CsvSource({
        "Europe/Amsterdam, 2027-03-29T09:00:00Z, 2027-03-28T22:00:00Z", // the clock went forward on Sunday
        "Europe/Amsterdam, 2027-03-28T20:00:00Z, 2027-03-21T23:00:00Z", // on that Sunday itself
        "Europe/Amsterdam, 2027-11-01T09:00:00Z, 2027-10-31T23:00:00Z", // it went back on Sunday
        "Europe/Amsterdam, 2027-10-31T20:00:00Z, 2027-10-24T22:00:00Z",
        "America/New_York, 2027-03-15T14:00:00Z, 2027-03-15T04:00:00Z",
        "Pacific/Auckland, 2027-03-01T01:00:00Z, 2027-02-28T11:00:00Z"
    })
    void a_week_begins_on_monday_in_the_recipients_zone(String zone, Instant now, Instant begins) {
        assertThat(SendingPolicy.thisWeek(anna(zone, null), now)).isEqualTo(begins);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 20271031})
    void whatever_the_zone_and_the_clock_a_decision_is_allowed_then_and_never_early(long seed) {
        Random random = new Random(seed);
        List<String> zones = ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .filter(zone -> !zone.startsWith("SystemV"))
                // ical4j announces zones of calendars that it has not read.
                .filter(zone -> ZoneId.of(zone).getRules() != null)
                .toList();
        for (int i = 0; i < 6_000; i++) {
            Recipient recipient = anna(zones.get(random.nextInt(zones.size())), null);
            Instant now =
                    Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(2 * 366 * 24 * 60)));
            SendingPolicy policy = new SendingPolicy(recipient, NONE, OFFICE, false, random.nextBoolean());
            SendingDecision decision = policy.decide(HELP, false, now);
            if (decision.isSend()) {
                LocalTime local = now.atZone(recipient.zone()).toLocalTime();
                assertThat(local).isBetween(LocalTime.of(9, 0), LocalTime.of(16, 59, 59));
                assertThat(WEEK).contains(now.atZone(recipient.zone()).getDayOfWeek());
            } else {
                assertThat(decision.until())
                        .as("%s in %s", now, recipient.zone())
                        .isAfter(now);
                SendingDecision then =
                        new SendingPolicy(recipient, NONE, OFFICE, false, false).decide(HELP, false, decision.until());
                assertThat(then.isSend()).as("%s in %s", now, recipient.zone()).isTrue();
                if (decision.reason() == SuppressReason.CAP) {
                    assertThat(SendingPolicy.thisWeek(recipient, decision.until()))
                            .as("another week begins")
                            .isAfter(SendingPolicy.thisWeek(recipient, now));
                }
            }
        }
    }

    private static SendingPolicy policy(PromptSettings settings, boolean capReached) {
        return new SendingPolicy(anna("Europe/Amsterdam", null), settings, OFFICE, false, capReached);
    }

    private static Recipient anna(String zone, LocalDate absentUntil) {
        return new Recipient(
                ZoneId.of(zone), WEEK, absentUntil == null ? null : LocalDate.parse("2027-03-01"), absentUntil);
    }

    private static PromptRule rule(PromptRuleKind kind) {
        return new PromptRule(
                PromptAction.EVALUATE_GOAL,
                1,
                kind,
                PromptGroup.PLAN,
                PromptSubject.GOAL,
                "goal",
                null,
                Repetition.ALWAYS,
                0,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
