package nl.klimrek.reminders.reply;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.junit.jupiter.api.Test;

class SentMailIdTest {

    private static final Organisation ACME = new Organisation("acme-2");

    @Test
    void an_invitation_and_its_explanation_name_the_conversation_and_the_side() {
        SentMailId expected = new SentMailId(Key.of(ACME, "c-1"), Side.COUNTERPART);
        assertThat(SentMailId.parse("<acme-2.c-1.calendar.COUNTERPART.12@klimrek>"))
                .contains(expected);
        assertThat(SentMailId.parse("<acme-2.c-1.calendar-reply.COUNTERPART.1@klimrek>"))
                .contains(expected);
    }

    @Test
    void a_prompt_is_named_by_its_id() {
        assertThat(SentMailId.parse("<acme-2.answer-invitation.c-1.3@klimrek>"))
                .contains(new SentMailId(Key.of(ACME, "answer-invitation:c-1"), null));
    }

    @Test
    void what_others_write_names_nothing() {
        for (String id : new String[] {
            "", "<>", "<x@y>", "<acme-2.c-1.calendar.SOMEBODY.x@klimrek>", "<-.a.b.1@klimrek>", "acme-2.a.b.1@klimrek"
        }) {
            assertThat(SentMailId.parse(id)).as(id).isEmpty();
        }
    }
}
