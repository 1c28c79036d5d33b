package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.agreement.AgreementState;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

/** What is on an agenda by itself, and who can settle it there. */
class CarryOverTest {

    private static final Participants WITH_MARK = Participants.of("emma", "mark", Relation.LINE);
    private static final Participants WITH_NORA = Participants.of("emma", "nora", Relation.LINE);
    private static final Participants WITH_COACH = Participants.of("emma", "coco", Relation.OUTSIDE);
    private static final Participants WITH_MARK_OUTSIDE = Participants.of("emma", "mark", Relation.OUTSIDE);
    private static final Participants OF_OTTO = Participants.of("otto", "mark", Relation.LINE);

    @Test
    void an_agreement_moves_along_with_the_line_and_nothing_crosses_between_the_line_and_what_is_outside_it() {
        assertThat(includes(WITH_NORA, Side.COUNTERPART, WITH_MARK))
                .as("of the manager before")
                .isTrue();
        assertThat(includes(WITH_MARK, Side.COUNTERPART, WITH_MARK))
                .as("of the manager's own")
                .isTrue();
        assertThat(includes(WITH_COACH, Side.COUNTERPART, WITH_COACH))
                .as("of the coach's own")
                .isTrue();
        assertThat(includes(WITH_MARK, Side.COUNTERPART, WITH_COACH))
                .as("the coach's for a manager")
                .isFalse();
        assertThat(includes(WITH_COACH, Side.COUNTERPART, WITH_MARK))
                .as("the manager's for a coach")
                .isFalse();
        assertThat(includes(WITH_MARK_OUTSIDE, Side.COUNTERPART, WITH_MARK))
                .as("for a former manager")
                .isFalse();
        assertThat(includes(WITH_MARK, Side.COUNTERPART, WITH_MARK_OUTSIDE))
                .as("of who became the manager")
                .isTrue();
        assertThat(includes(WITH_MARK, Side.COUNTERPART, OF_OTTO))
                .as("of another employee")
                .isFalse();
    }

    @Test
    void the_employee_has_everything_of_their_own_on_every_agenda() {
        for (Participants other : new Participants[] {WITH_MARK, WITH_NORA, WITH_COACH, WITH_MARK_OUTSIDE}) {
            assertThat(includes(WITH_COACH, Side.EMPLOYEE, other)).isTrue();
            assertThat(includes(WITH_NORA, Side.EMPLOYEE, other)).isTrue();
        }
        assertThat(includes(WITH_MARK, Side.EMPLOYEE, OF_OTTO)).isFalse();
        assertThat(new CarryOver(closed(), Side.EMPLOYEE).includes("c-1", WITH_MARK))
                .as("its own")
                .isFalse();
    }

    @Test
    void what_is_not_on_the_agenda_cannot_be_settled_there_and_nothing_on_that_of_a_cancelled_one() {
        Conversation other = closed();
        Conversation next = new ConversationBuilder(later(planned()))
                .participants(WITH_NORA)
                .build();
        assertThat(after(kept(next, other)).agreements().open()).isEmpty();
        assertThat(refusal(kept(
                        new ConversationBuilder(next).participants(WITH_COACH).build(), other)))
                .isEqualTo("agreement-unknown");
        assertThat(refusal(kept(later(cancelled()), other))).isEqualTo("step-not-possible");
        assertThat(refusal(kept(next, after(kept(next, other))))).isEqualTo("agreement-settled");
    }

    @Test
    void why_an_agreement_was_dropped_is_read_by_whom_it_was_said_to() {
        Conversation dropped = after(closed().drop("a-1", PrivateText.of("The team is another one"), "nora"));
        assertThat(dropped.agreements().readBy("nora").get(0).dropped()).isNotNull();
        assertThat(dropped.agreements().readBy("mark").get(0).dropped()).isNull();
        assertThat(dropped.agreements().readBy("mark").get(0).state()).isEqualTo(AgreementState.DROPPED);
    }

    private static boolean includes(Participants here, Side side, Participants two) {
        return new CarryOver(
                        new ConversationBuilder(planned()).participants(here).build(), side)
                .includes("c-0", two);
    }

    private static Decision<Conversation> kept(Conversation agenda, Conversation other) {
        return new CarryOver(agenda, Side.COUNTERPART).settle(other, open -> open.keep("a-1", TODAY));
    }

    private static Conversation later(Conversation one) {
        ConversationPlan plan = new ConversationPlan(
                "c-2", one.plan().type(), one.plan().reason(), one.plan().cycle(), null);
        return new Conversation(
                plan,
                one.participants(),
                one.appointment(),
                one.status(),
                one.preparations(),
                one.meeting(),
                one.reports(),
                one.agreements(),
                one.closure());
    }
}
