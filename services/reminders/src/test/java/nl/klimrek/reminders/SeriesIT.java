package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.testkit.events.TestEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that repeat while nothing follows, and who is told in the end. */
class SeriesIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private Instant monday;

    @BeforeEach
    void it_is_monday_before_office_hours() {
        monday = service.toNextMonday("07:00");
    }

    @Test
    void a_series_says_it_in_other_words_and_ends_at_the_other_side() {
        ConversationFixture talk = office.talk();
        talk.invite(Side.COUNTERPART, slot());
        service.settle();
        atTen();
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(1));
        service.advanceTo(monday.plus(Duration.ofDays(3)).plus(Duration.ofHours(3)));
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(2));
        assertThat(office.inbox(ANNA)).hasSize(1);
        service.toNextMonday("10:00");
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(3));
        service.advanceTo(service.now().plus(Duration.ofDays(3)));
        service.awaitSending(() -> assertThat(office.story(ANNA)).contains("escalated answer-invitation"));
        assertThat(office.story(ANNA))
                .filteredOn("ignored answer-invitation"::equals)
                .hasSize(3);
        assertThat(office.mail(ANNA).stream()
                        .map(GreenMailUtil::getWholeMessage)
                        .distinct())
                .hasSize(3);
        service.awaitSending(() -> assertThat(office.story(BRAM)).contains("sent follow-up-silence"));
        assertThat(office.inbox(ANNA)).hasSize(1);
        talk.accept(Side.EMPLOYEE, slot());
        assertThat(office.story(ANNA)).contains("acted answer-invitation");
        service.awaitSending(() -> assertThat(office.story(BRAM)).contains("cancelled follow-up-silence MOOT"));
        assertThat(office.mail(ANNA)).hasSize(3);
    }

    @Test
    void a_silence_that_nobody_else_looks_after_is_shown_to_hr_after_the_third_message() {
        ConversationFixture talk = office.talk();
        talk.accept(Side.EMPLOYEE, monday.minus(Duration.ofDays(1)));
        LocalDate today = Reminders.day(monday);
        awaitHoldMessages(1, today);
        awaitHoldMessages(2, today.plusDays(4));
        awaitHoldMessages(3, today.plusDays(8));

        // Four days after Tuesday it is Saturday.
        Instant end = Reminders.atNine(today.plusDays(14));
        service.advanceTo(end.minus(Duration.ofHours(1)));
        service.sendDue();
        assertThat(office.hr("/escalated").ids()).isEmpty();
        service.advanceTo(end);
        service.awaitSending(() -> assertThat(office.hr("/escalated").ids()).hasSize(2));

        assertThat(office.story(ANNA, "hold"))
                .filteredOn("ignored hold"::equals)
                .hasSize(3);
        assertThat(office.story(ANNA, "hold")).endsWith("escalated hold");
        assertThat(office.get(ANNA, "/escalated", "en").status()).isEqualTo(403);
        talk.hold(Side.EMPLOYEE, monday);
        service.settle();
        assertThat(office.hr("/escalated").ids()).isEmpty();
    }

    @Test
    void repeated_events_bring_no_second_series() {
        TestEvent invitation = office.talk().invite(Side.COUNTERPART, slot());
        service.settle();
        atTen();
        office.awaitMail(ANNA);
        service.repeat(invitation);
        service.sendDue();
        service.advanceTo(monday.plus(Duration.ofDays(3)).plus(Duration.ofHours(3)));
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(2));
        service.repeat(invitation);
        service.sendDue();
        assertThat(office.mail(ANNA)).hasSize(2);
    }

    private void awaitHoldMessages(int expected, LocalDate day) {
        service.advanceTo(Reminders.atNine(day));
        service.awaitSending(() -> assertThat(List.of(ANNA, BRAM))
                .allSatisfy(each -> assertThat(office.story(each, "hold"))
                        .filteredOn("sent hold"::equals)
                        .hasSize(expected)));
    }

    private void atTen() {
        service.advanceTo(monday.plus(Duration.ofHours(3)));
    }

    private Instant slot() {
        return monday.plus(Duration.ofDays(30));
    }
}
