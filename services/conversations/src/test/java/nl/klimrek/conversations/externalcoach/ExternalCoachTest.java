package nl.klimrek.conversations.externalcoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.ExternalCoachAccepted;
import nl.klimrek.contracts.conversations.ExternalCoachEndReason;
import nl.klimrek.contracts.conversations.ExternalCoachEnded;
import nl.klimrek.contracts.conversations.ExternalCoachErased;
import nl.klimrek.contracts.conversations.ExternalCoachMail;
import nl.klimrek.contracts.conversations.ExternalCoachScope;
import nl.klimrek.contracts.conversations.ExternalCoachSignedIn;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Refusal;
import org.junit.jupiter.api.Test;

/** The life of an external coach's account, on any clock. */
class ExternalCoachTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final LocalDate LAST = LocalDate.parse("2027-06-30");
    private static final Instant END = Instant.parse("2027-06-30T22:00:00Z");

    @Test
    void a_link_works_once_and_the_first_needs_the_terms() {
        ExternalCoach invited = linked(invited(ExternalCoachScope.CONVERSATION), ExternalCoachMail.INVITATION, "one");
        assertThat(invited.signIn("one", false, "s", NOW)).isEqualTo(refused("terms-not-accepted"));
        Decision<ExternalCoach> in = invited.signIn("one", true, "s", NOW);
        assertThat(events(in)).containsExactly(new ExternalCoachAccepted("ext-1", "emma"));
        ExternalCoach active = state(in);
        assertThat(active.admits("s", NOW)).isTrue();
        assertThat(active.admits("t", NOW)).isFalse();
        assertThat(active.signIn("one", true, "t", NOW)).isEqualTo(refused("link-unknown"));
        ExternalCoach renewed = linked(state(active.renewLink("one", NOW)), ExternalCoachMail.SIGN_IN, "two");
        assertThat(events(renewed.signIn("two", false, "t", NOW)))
                .containsExactly(new ExternalCoachSignedIn("ext-1", "emma"));
    }

    @Test
    void an_invitation_is_declined_with_its_link_once_and_an_account_that_stands_is_not() {
        ExternalCoach invited = linked(invited(ExternalCoachScope.CONVERSATION), ExternalCoachMail.INVITATION, "one");
        assertThat(invited.decline("other", NOW)).isEqualTo(refused("link-unknown"));
        assertThat(invited.decline("one", NOW.plus(ExternalCoach.ACCEPT_WITHIN)))
                .isEqualTo(refused("link-unknown"));
        Decision<ExternalCoach> declined = invited.decline("one", NOW);
        assertThat(events(declined))
                .containsExactly(new ExternalCoachEnded("ext-1", "emma", ExternalCoachEndReason.DECLINED));
        assertThat(state(declined).endReason()).isEqualTo(ExternalCoachEndReason.DECLINED);
        assertThat(state(declined).mailsDue(END)).isEmpty();
        assertThat(state(declined).decline("one", NOW)).isEqualTo(refused("link-unknown"));
        assertThat(state(declined).signIn("one", true, "s", NOW)).isEqualTo(refused("link-unknown"));
        ExternalCoach active = state(invited.signIn("one", true, "s", NOW));
        ExternalCoach renewed = linked(state(active.renewLink("one", NOW)), ExternalCoachMail.SIGN_IN, "two");
        assertThat(renewed.decline("two", NOW)).isEqualTo(refused("link-unknown"));
    }

    @Test
    void a_link_a_session_and_an_invitation_end_by_themselves() {
        ExternalCoach invited = linked(invited(ExternalCoachScope.TRACK), ExternalCoachMail.INVITATION, "one");
        Instant late = NOW.plus(ExternalCoach.ACCEPT_WITHIN);
        assertThat(invited.opensWith("one", late.minusMillis(1))).isTrue();
        assertThat(invited.opensWith("one", late)).isFalse();
        assertThat(invited.advance(late.minusMillis(1))).isEqualTo(Decision.unchanged());
        assertThat(events(invited.advance(late)))
                .containsExactly(new ExternalCoachEnded("ext-1", "emma", ExternalCoachEndReason.NOT_ACCEPTED));
        ExternalCoach active = active(ExternalCoachScope.TRACK);
        assertThat(active.admits("s", NOW.plus(ExternalAccess.SESSION_LIFETIME).minusMillis(1)))
                .isTrue();
        assertThat(active.admits("s", NOW.plus(ExternalAccess.SESSION_LIFETIME)))
                .isFalse();
        ExternalCoach renewed = linked(state(active.renewLink("one", NOW)), ExternalCoachMail.SIGN_IN, "two");
        assertThat(renewed.opensWith("two", NOW.plus(ExternalAccess.LINK_LIFETIME)))
                .isFalse();
        assertThat(active.isOpen(END.minusMillis(1))).isTrue();
        assertThat(active.isOpen(END)).as("without a clock job").isFalse();
        assertThat(events(active.advance(END)))
                .containsExactly(new ExternalCoachEnded("ext-1", "emma", ExternalCoachEndReason.LAST_DAY));
    }

    @Test
    void an_account_for_one_conversation_ends_with_it_and_a_track_goes_on() {
        assertThat(events(active(ExternalCoachScope.CONVERSATION).conversationOver("c-1", NOW)))
                .containsExactly(new ExternalCoachEnded("ext-1", "emma", ExternalCoachEndReason.COMPLETED));
        assertThat(active(ExternalCoachScope.CONVERSATION).conversationOver("c-2", NOW))
                .isEqualTo(Decision.unchanged());
        assertThat(active(ExternalCoachScope.TRACK).conversationOver("c-1", NOW))
                .isEqualTo(Decision.unchanged());
    }

    @Test
    void an_end_takes_links_and_sessions_says_so_once_and_stays() {
        ExternalCoach ended = state(active(ExternalCoachScope.TRACK).end(ExternalCoachEndReason.WITHDRAWN, NOW));
        assertThat(ended.admits("s", NOW)).isFalse();
        assertThat(ended.isOpen(NOW)).isFalse();
        assertThat(ended.mailsDue(NOW)).containsExactly(ExternalCoachMail.ENDED);
        assertThat(ended.end(ExternalCoachEndReason.STOPPED, NOW)).isEqualTo(Decision.unchanged());
        assertThat(ended.renewLink("one", NOW)).isEqualTo(Decision.unchanged());
        assertThat(ended.changed(NOW)).isEqualTo(Decision.unchanged());
        assertThat(ended.signIn("one", true, "t", NOW)).isEqualTo(refused("link-unknown"));
        assertThat(ended.addLink(ExternalCoachMail.ENDED, "late", NOW)).isEqualTo(refused("link-unknown"));
        ExternalCoach unheard = state(invited(ExternalCoachScope.TRACK).end(ExternalCoachEndReason.WITHDRAWN, NOW));
        assertThat(unheard.mailsDue(NOW))
                .as("nothing was sent, so nothing is to be told")
                .isEmpty();
    }

    @Test
    void name_and_address_are_erased_thirty_days_after_the_end_and_nothing_is_due_any_more() {
        ExternalCoach ended = state(active(ExternalCoachScope.TRACK).end(ExternalCoachEndReason.WITHDRAWN, NOW));
        ExternalCoach told = state(ended.mailed(ExternalCoachMail.ENDED));
        Instant due = NOW.plus(ExternalCoach.ERASED_AFTER);
        assertThat(told.dueAt()).isEqualTo(due);
        assertThat(told.advance(due.minusMillis(1))).isEqualTo(Decision.unchanged());
        Decision<ExternalCoach> erased = told.advance(due);
        assertThat(events(erased)).containsExactly(new ExternalCoachErased("ext-1", "emma"));
        assertThat(state(erased).contact()).isNull();
        assertThat(state(erased).dueAt()).isNull();
        assertThat(state(erased).advance(due.plus(Duration.ofDays(400)))).isEqualTo(Decision.unchanged());
    }

    @Test
    void a_server_that_takes_nothing_is_tried_later_and_later_and_an_address_that_takes_nothing_ends_the_account() {
        ExternalCoach invited = invited(ExternalCoachScope.TRACK);
        Instant last = NOW;
        for (int attempt = 0; attempt < 10; attempt++) {
            invited = state(invited.mailFailed(ExternalCoachMail.INVITATION, NOW));
            Instant next = invited.dueAt();
            assertThat(next).isAfterOrEqualTo(last).isBeforeOrEqualTo(NOW.plus(Duration.ofHours(1)));
            last = next;
        }
        assertThat(events(invited.unreachable(ExternalCoachMail.INVITATION, NOW)))
                .containsExactly(new ExternalCoachEnded("ext-1", "emma", ExternalCoachEndReason.UNDELIVERABLE));
    }

    @Test
    void steps_that_come_together_are_one_message_and_links_are_asked_for_five_times_a_day() {
        ExternalCoach active = active(ExternalCoachScope.TRACK);
        ExternalCoach told = state(active.changed(NOW.plusSeconds(60)));
        assertThat(told.changed(NOW.plusSeconds(90))).isEqualTo(Decision.unchanged());
        assertThat(told.mailsDue(NOW)).isEmpty();
        assertThat(told.mailsDue(NOW.plusSeconds(60))).containsExactly(ExternalCoachMail.CHANGED);
        for (int time = 0; time < MailQueue.MAX_RENEWALS; time++) {
            active = state(state(active.renewLink("one", NOW)).mailed(ExternalCoachMail.SIGN_IN));
        }
        assertThat(active.renewLink("one", NOW)).isEqualTo(Decision.unchanged());
        assertThat(active.renewLink("never", NOW.plus(Duration.ofDays(1)))).isEqualTo(Decision.unchanged());
        assertThat(active.renewLink("one", NOW.plus(Duration.ofDays(1)))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void nothing_of_the_person_is_in_a_log_line() {
        ExternalCoach active = active(ExternalCoachScope.TRACK);
        ExternalSecret secret = ExternalSecret.fresh(Key.parse("acme/ext-1"));
        assertThat(List.of(active.toString(), String.valueOf(active.contact()), secret.toString()))
                .noneMatch(text -> text.contains("Imane")
                        || text.contains("imane@")
                        || text.contains("Emma")
                        || text.contains(secret.value()));
    }

    private static ExternalCoach invited(ExternalCoachScope scope) {
        return state(ExternalCoach.invited(
                "ext-1",
                new ExternalInvitation(
                        "emma",
                        scope,
                        "c-1",
                        LocalDate.parse("2027-03-01"),
                        LocalDate.parse("2027-03-20"),
                        LAST,
                        END,
                        NOW),
                new ExternalContact("Imane", "imane@coach.example", "nl", "Emma")));
    }

    private static ExternalCoach linked(ExternalCoach account, ExternalCoachMail mail, String link) {
        return state(state(account.addLink(mail, link, NOW)).mailed(mail));
    }

    private static ExternalCoach active(ExternalCoachScope scope) {
        return state(linked(invited(scope), ExternalCoachMail.INVITATION, "one").signIn("one", true, "s", NOW));
    }

    private static <S> S state(Decision<S> decision) {
        return decision.stateOr(() -> {
            throw new AssertionError("nothing changed");
        });
    }

    private static List<Record> events(Decision<?> decision) {
        return ((Decision.Accepted<?>) decision).events();
    }

    private static Decision<ExternalCoach> refused(String code) {
        return new Decision.Refused<>(Refusal.of(code));
    }
}
