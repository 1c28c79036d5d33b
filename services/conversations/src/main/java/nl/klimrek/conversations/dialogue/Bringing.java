package nl.klimrek.conversations.dialogue;

import java.util.Optional;
import java.util.function.Supplier;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.preparation.Agenda;
import nl.klimrek.conversations.dialogue.preparation.AgendaPoint;
import nl.klimrek.conversations.dialogue.preparation.Preparation;
import nl.klimrek.conversations.dialogue.preparation.Preparations;
import nl.klimrek.conversations.dialogue.preparation.SharedNote;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Refusal;

/** What becomes of a conversation when one side brings something along; whether the step fits is judged before. */
record Bringing(Conversation now) {

    /** @param sheet what the draft answers; a sheet the side had before stays */
    Decision<Conversation> prepared(Side by, Questionnaire sheet, Preparation draft) {
        Preparations kept = before().with(by, draft.withShared(false));
        Conversation prepared = with(kept.sheet(by).isPresent() ? kept : kept.with(by, sheet));
        return Decision.accept(prepared, ConversationEvents.of(prepared).prepared(by));
    }

    Decision<Conversation> shared(Side by) {
        return before().of(by)
                .map(own -> own.shared()
                        ? Decision.<Conversation>unchanged()
                        : Decision.accept(with(before().with(by, own.withShared(true))), facts().shared(by)))
                .orElseGet(() -> Decision.refuse("preparation-missing"));
    }

    Decision<Conversation> unshared(Side by) {
        return before().of(by)
                .filter(Preparation::shared)
                .map(own -> prepared(by, null, own))
                .orElseGet(Decision::unchanged);
    }

    Decision<Conversation> swapped(Side by, Questionnaire sheet, String out, SelectedQuestion in) {
        return unless(
                sheet.barred(out, in),
                () -> Decision.accept(
                        with(before().with(by, sheet.swapped(out, in))),
                        facts().swapped(by, sheet.find(out).orElseThrow(), in)));
    }

    Decision<Conversation> added(AgendaPoint point) {
        return unless(table().full(point), () -> Decision.accept(laid(table().plus(point)), facts().added(point)));
    }

    Decision<Conversation> removed(Side by, String point) {
        return unless(
                table().barred(by, point),
                () -> Decision.accept(laid(table().without(point)), facts().removed(by, point)));
    }

    Decision<Conversation> shared(SharedNote note) {
        return table().has(note)
                ? Decision.unchanged()
                : unless(table().full(note), () -> Decision.accept(laid(table().plus(note)), facts().shared(note)));
    }

    private static Decision<Conversation> unless(Optional<Refusal> barred, Supplier<Decision<Conversation>> decide) {
        return barred.<Decision<Conversation>>map(Decision.Refused::new).orElseGet(decide);
    }

    private Preparations before() {
        return now.preparations();
    }

    private Agenda table() {
        return before().table();
    }

    private Conversation laid(Agenda table) {
        return with(before().with(table));
    }

    private Conversation with(Preparations changed) {
        return new NextConversation(now).with(changed);
    }

    private ConversationEvents facts() {
        return ConversationEvents.of(now);
    }
}
