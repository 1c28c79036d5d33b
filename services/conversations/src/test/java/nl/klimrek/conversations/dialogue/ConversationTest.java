package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationConfirmed;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationMissed;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.CounterpartParted;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Outcome;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.preparation.Agenda;
import nl.klimrek.conversations.dialogue.report.Statement;
import nl.klimrek.conversations.dialogue.scheduling.Decline;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

class ConversationTest {

    @Test
    void a_declined_conversation_returns_to_its_window() {
        Decision<Conversation> declined = SchedulingSteps.decline(
                accepted(), Side.EMPLOYEE, Decline.because(PrivateText.of("My child is ill")), NOW, TODAY);
        assertThat(after(declined).status()).isEqualTo(ConversationStatus.PLANNED);
        assertThat(after(declined).appointment().window()).isEqualTo(WINDOW);
        assertThat(facts(declined))
                .singleElement()
                .isInstanceOfSatisfying(
                        ConversationDeclined.class,
                        fact -> assertThat(fact.reason())
                                .isEqualTo(after(declined)
                                        .appointment()
                                        .lastDecline()
                                        .hash()));
    }

    @Test
    void declining_with_another_time_proposes_that_time() {
        Decision<Conversation> declined = SchedulingSteps.decline(
                invited(), Side.EMPLOYEE, Decline.proposing(new Proposal(slotInDays(5), Side.EMPLOYEE)), NOW, TODAY);
        assertThat(after(declined).appointment().proposal()).isEqualTo(new Proposal(slotInDays(5), Side.EMPLOYEE));
        assertThat(facts(declined))
                .extracting(Object::getClass)
                .isEqualTo(List.of(ConversationDeclined.class, ConversationInvited.class));
    }

    @Test
    void declining_after_the_window_passed_opens_a_new_window() {
        Decision<Conversation> declined = SchedulingSteps.decline(
                accepted(), Side.EMPLOYEE, Decline.because(PrivateText.of("Ill")), NOW, TODAY.plusDays(21));
        assertThat(after(declined).appointment().window())
                .isEqualTo(new Window(TODAY.plusDays(21), TODAY.plusDays(35)));
        assertThat(facts(declined))
                .extracting(Object::getClass)
                .isEqualTo(List.of(ConversationDeclined.class, ConversationPlanned.class));
    }

    @Test
    void nobody_accepts_their_own_proposal() {
        assertThat(refusal(SchedulingSteps.accept(invited(), Side.COUNTERPART, accepting(invited(), null))))
                .isEqualTo("own-proposal");
    }

    @Test
    void of_two_who_accept_different_slots_only_the_one_on_the_table_counts() {
        Conversation countered =
                after(SchedulingSteps.reschedule(invited(), new Proposal(slotInDays(5), Side.EMPLOYEE), NOW));
        assertThat(refusal(SchedulingSteps.accept(countered, Side.EMPLOYEE, accepting(countered, SLOT))))
                .isEqualTo("slot-superseded");
        assertThat(after(SchedulingSteps.accept(countered, Side.COUNTERPART, accepting(countered, slotInDays(5))))
                        .appointment()
                        .proposal()
                        .slot())
                .isEqualTo(slotInDays(5));
    }

    @Test
    void a_slot_in_the_past_is_refused() {
        assertThat(refusal(SchedulingSteps.invite(planned(), new Proposal(slotInDays(-1), Side.EMPLOYEE), NOW, TODAY)))
                .isEqualTo("slot-in-past");
    }

    @Test
    void a_new_draft_is_private_again() {
        Conversation shared = after(PreparationSteps.share(
                after(PreparationSteps.prepare(planned(), Side.EMPLOYEE, SHEET, draft("one"))), Side.EMPLOYEE));
        assertThat(shared.preparations().employee().shared()).isTrue();
        assertThat(after(PreparationSteps.prepare(shared, Side.EMPLOYEE, SHEET, draft("two")))
                        .preparations()
                        .employee()
                        .shared())
                .isFalse();
    }

    @Test
    void what_was_shared_stays_shared_after_it_was_talked_about() {
        Conversation shared = after(PreparationSteps.share(
                after(PreparationSteps.prepare(accepted(), Side.EMPLOYEE, SHEET, draft("one"))), Side.EMPLOYEE));
        assertThat(after(PreparationSteps.unshare(shared, Side.EMPLOYEE))
                        .preparations()
                        .employee()
                        .shared())
                .isFalse();
        assertThat(refusal(PreparationSteps.unshare(after(shared.hold(holding(), NOW)), Side.EMPLOYEE)))
                .isEqualTo("sharing-final");
    }

    @Test
    void a_correction_needs_both_to_confirm_anew() {
        Conversation corrected = after(confirmed().correct(Side.EMPLOYEE, PrivateText.of("It was the late shifts.")));
        assertThat(corrected.status()).isEqualTo(ConversationStatus.RECORDED);
        assertThat(corrected.reports().versions()).hasSize(2);
        assertThat(corrected.reports().newest().confirmedBy()).isEmpty();
        assertThat(corrected.reports().versions().get(0).confirmedBy()).containsExactlyInAnyOrder(Side.values());
    }

    @Test
    void confirming_a_version_that_was_corrected_meanwhile_is_refused() {
        Conversation corrected = after(recorded().correct(Side.COUNTERPART, PrivateText.of("Better.")));
        assertThat(refusal(corrected.confirm(Side.EMPLOYEE, 1))).isEqualTo("report-superseded");
    }

    @Test
    void a_statement_stands_beside_the_report() {
        Conversation stated = after(recorded().state(Side.EMPLOYEE, PrivateText.of("I see it differently.")));
        assertThat(stated.reports().newest().words()).isEqualTo(recordedWords(stated));
        assertThat(stated.reports().newest().statements())
                .extracting(Statement::by)
                .containsExactly(Side.EMPLOYEE);
        assertThat(stated.status()).isEqualTo(ConversationStatus.RECORDED);
    }

    private static PrivateText recordedWords(Conversation conversation) {
        return conversation.reports().versions().get(0).words();
    }

    @Test
    void closing_needs_an_agreement_or_a_reasoned_no_action() {
        assertThat(refusal(confirmed().close(null))).isEqualTo("agreement-needed");
        assertThat(after(confirmed().close(PrivateText.of("All is well")))
                        .closure()
                        .outcome())
                .isEqualTo(Outcome.NO_ACTION);
        assertThat(closed().closure().outcome()).isEqualTo(Outcome.AGREEMENTS);
    }

    @Test
    void an_agreement_and_a_no_action_exclude_each_other() {
        Conversation agreed = after(confirmed().agree(agreement("a-1"), TODAY));
        assertThat(refusal(agreed.close(PrivateText.of("Nothing")))).isEqualTo("agreement-exists");
        Conversation dropped = after(agreed.drop("a-1", PrivateText.of("Not possible"), "mark"));
        assertThat(refusal(dropped.close(null))).isEqualTo("agreement-needed");
    }

    @Test
    void an_agreement_says_whether_it_moves_along_to_another_manager() {
        assertThat(made(confirmed()).movesAlong()).isTrue();
        Participants withCoach = Participants.of("emma", "coco", Relation.OUTSIDE);
        assertThat(made(new ConversationBuilder(confirmed())
                                .participants(withCoach)
                                .build())
                        .movesAlong())
                .isFalse();
    }

    private static AgreementMade made(Conversation conversation) {
        return (AgreementMade)
                facts(conversation.agree(agreement("a-1"), TODAY)).get(0);
    }

    @Test
    void an_agreement_is_settled_once() {
        Conversation kept = after(closed().keep("a-1", TODAY));
        assertThat(refusal(kept.drop("a-1", PrivateText.of("x"), "mark"))).isEqualTo("agreement-settled");
        assertThat(refusal(kept.keep("a-2", TODAY))).isEqualTo("agreement-unknown");
        assertThat(kept.agreements().open()).isEmpty();
    }

    @Test
    void what_it_was_about_can_be_corrected_and_is_told_again() {
        Decision<Conversation> corrected = held().rebalance(new Orientation(null, Horizon.FUTURE, null));
        assertThat(facts(corrected)).singleElement().isInstanceOfSatisfying(ConversationHeld.class, fact -> {
            assertThat(fact.approach()).isEqualTo(Approach.AMPLITIVE);
            assertThat(fact.horizon()).isEqualTo(Horizon.FUTURE);
            assertThat(fact.heldAt()).isEqualTo(NOW);
        });
    }

    @Test
    void a_window_that_passed_with_a_slot_ahead_is_not_missed() {
        Conversation late =
                after(SchedulingSteps.invite(planned(), new Proposal(slotInDays(40), Side.EMPLOYEE), NOW, TODAY));
        assertThat(late.miss(NOW.plus(Duration.ofDays(30)), TODAY.plusDays(30))).isEqualTo(Decision.unchanged());
        assertThat(after(late.miss(NOW.plus(Duration.ofDays(41)), TODAY.plusDays(41)))
                        .status())
                .isEqualTo(ConversationStatus.MISSED);
    }

    @Test
    void a_missed_conversation_is_invited_within_a_new_window() {
        Decision<Conversation> invited =
                SchedulingSteps.invite(missed(), new Proposal(slotInDays(40), Side.EMPLOYEE), NOW, TODAY.plusDays(30));
        assertThat(facts(invited))
                .extracting(Object::getClass)
                .isEqualTo(List.of(ConversationPlanned.class, ConversationInvited.class));
    }

    @Test
    void when_the_counterpart_is_gone_the_employees_confirmation_is_enough() {
        Decision<Conversation> parted =
                after(recorded().confirm(Side.EMPLOYEE, 1)).counterpartLeft();
        assertThat(after(parted).status()).isEqualTo(ConversationStatus.CONFIRMED);
        assertThat(facts(parted)).hasSize(2).first().isInstanceOf(CounterpartParted.class);
        assertThat(facts(parted))
                .last()
                .isInstanceOfSatisfying(
                        ConversationConfirmed.class,
                        fact -> assertThat(fact.complete()).isTrue());
        assertThat(after(recorded().counterpartLeft()).participants().sideOf("mark"))
                .isEmpty();
    }

    @Test
    void that_a_window_passed_and_that_a_counterpart_parted_are_told() {
        assertThat(facts(planned().miss(NOW.plus(Duration.ofDays(30)), TODAY.plusDays(30))))
                .containsExactly(new ConversationMissed("c-1", "emma", "mark", WINDOW.until()));
        assertThat(facts(held().counterpartLeft())).containsExactly(new CounterpartParted("c-1", "emma", "mark"));
    }

    @Test
    void a_question_is_swapped_on_ones_own_sheet_only_and_does_not_come_back() {
        Conversation swapped = after(PreparationSteps.swap(planned(), Side.EMPLOYEE, SHEET, "dare", OTHER));
        Questionnaire sheet =
                swapped.preparations().questionnaire(Side.EMPLOYEE).orElseThrow();
        assertThat(sheet.picked()).containsExactly(SHEET.picked().get(0), OTHER);
        assertThat(sheet.swappedOut()).containsExactly("dare");
        assertThat(swapped.preparations().questionnaire(Side.COUNTERPART)).isEmpty();
        assertThat(refusal(PreparationSteps.swap(swapped, Side.EMPLOYEE, sheet, "dare", OTHER)))
                .isEqualTo("question-not-in-set");
        assertThat(refusal(PreparationSteps.swap(swapped, Side.EMPLOYEE, sheet, "energy", null)))
                .isEqualTo("no-other-question");
    }

    @Test
    void a_point_is_removed_only_by_the_side_that_added_it() {
        Conversation pointed = after(PreparationSteps.addPoint(planned(), point("p-1", Side.EMPLOYEE)));
        assertThat(refusal(PreparationSteps.removePoint(pointed, Side.COUNTERPART, "p-1")))
                .isEqualTo("point-not-yours");
        assertThat(refusal(PreparationSteps.removePoint(pointed, Side.EMPLOYEE, "p-2")))
                .isEqualTo("point-unknown");
        assertThat(after(PreparationSteps.removePoint(pointed, Side.EMPLOYEE, "p-1"))
                        .preparations()
                        .agenda()
                        .points())
                .isEmpty();
    }

    @Test
    void the_table_has_room_for_so_much() {
        Conversation full = planned();
        for (int i = 0; i < Agenda.MAX_POINTS; i++) {
            full = after(PreparationSteps.addPoint(full, point("p-" + i, Side.EMPLOYEE)));
        }
        assertThat(refusal(PreparationSteps.addPoint(full, point("more", Side.EMPLOYEE))))
                .isEqualTo("points-full");
        for (int i = 0; i < Agenda.MAX_NOTES; i++) {
            full = after(PreparationSteps.shareNote(full, note("n-" + i, Side.EMPLOYEE)));
        }
        assertThat(refusal(PreparationSteps.shareNote(full, note("more", Side.EMPLOYEE))))
                .isEqualTo("notes-full");
        assertThat(PreparationSteps.shareNote(full, note("n-1", Side.EMPLOYEE))).isEqualTo(Decision.unchanged());
    }

    @Test
    void a_conversation_is_not_planned_into_the_past() {
        assertThat(refusal(
                        Conversation.planned(planned().plan(), planned().participants(), WINDOW, TODAY.plusDays(21))))
                .isEqualTo("window-passed");
    }

    @Test
    void moved_to_other_days_a_slot_that_fits_stays_and_one_that_does_not_is_told_off_the_table() {
        Window longer = new Window(TODAY, TODAY.plusDays(40));
        Decision<Conversation> later = SchedulingSteps.move(accepted(), longer, TODAY, ZoneOffset.UTC);
        assertThat(after(later).status()).isEqualTo(ConversationStatus.ACCEPTED);
        assertThat(after(later).appointment().window()).isEqualTo(longer);
        assertThat(facts(later)).singleElement().isInstanceOf(ConversationPlanned.class);
        Decision<Conversation> sooner =
                SchedulingSteps.move(accepted(), new Window(TODAY, TODAY.plusDays(1)), TODAY, ZoneOffset.UTC);
        assertThat(after(sooner).status()).isEqualTo(ConversationStatus.PLANNED);
        assertThat(facts(sooner))
                .extracting(Object::getClass)
                .isEqualTo(List.of(ConversationDeclined.class, ConversationPlanned.class));
        assertThat(refusal(SchedulingSteps.move(
                        accepted(), new Window(TODAY.minusDays(9), TODAY.minusDays(1)), TODAY, ZoneOffset.UTC)))
                .isEqualTo("window-passed");
    }
}
