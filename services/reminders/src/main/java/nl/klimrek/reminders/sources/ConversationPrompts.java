package nl.klimrek.reminders.sources;

import static nl.klimrek.contracts.reminders.PromptAction.AGREEMENT_DUE;
import static nl.klimrek.contracts.reminders.PromptAction.ANSWER_INVITATION;
import static nl.klimrek.contracts.reminders.PromptAction.CONFIRM_REPORT;
import static nl.klimrek.contracts.reminders.PromptAction.HOLD;
import static nl.klimrek.contracts.reminders.PromptAction.PREPARE;

import java.time.Instant;
import java.util.List;

import nl.klimrek.contracts.conversations.AgreementDropped;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.contracts.conversations.ConversationConfirmed;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationRecorded;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.RemindersProperties;
import nl.klimrek.reminders.prompt.PromptNeed;
import org.springframework.stereotype.Component;

/**
 * Answer an invitation, prepare, say that it took place, confirm a report, keep an agreement: asked of both sides alike.
 */
@Component
public class ConversationPrompts {

    private static final List<PromptAction> ALL = List.of(ANSWER_INVITATION, PREPARE, HOLD, CONFIRM_REPORT);

    private final Prompts prompts;
    private final RemindersProperties properties;

    ConversationPrompts(Prompts prompts, RemindersProperties properties) {
        this.prompts = prompts;
        this.properties = properties;
    }

    /** Adds what conversations ask for. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers
                .on(ConversationInvited.class, (e, meta) ->
                        proposed(new Pair(e.conversation(), e.employee(), e.counterpart()), e.by(), e.slotStart(), meta))
                .on(ConversationRescheduled.class, (e, meta) ->
                        proposed(new Pair(e.conversation(), e.employee(), e.counterpart()), e.by(), e.slotStart(), meta))
                .on(ConversationAccepted.class, this::accepted)
                .on(ConversationDeclined.class, (e, meta) -> declined(new Pair(e.conversation(), e.employee(), e.counterpart()), e.by(), meta))
                .on(PreparationSaved.class, (e, meta) ->
                        prompts.acted(new Pair(e.conversation(), e.employee(), e.counterpart()).need(PREPARE, e.by()), meta))
                .on(ConversationHeld.class, (e, meta) -> held(new Pair(e.conversation(), e.employee(), e.counterpart()), meta))
                .on(ConversationRecorded.class, (e, meta) -> recorded(new Pair(e.conversation(), e.employee(), e.counterpart()), meta))
                .on(ConversationConfirmed.class, (e, meta) ->
                        prompts.acted(new Pair(e.conversation(), e.employee(), e.counterpart()).need(CONFIRM_REPORT, e.by()), meta))
                .on(ConversationCancelled.class, (e, meta) -> moot(new Pair(e.conversation(), e.employee(), e.counterpart()), ALL, meta))
                .on(ConversationClosed.class, (e, meta) -> moot(new Pair(e.conversation(), e.employee(), e.counterpart()), ALL, meta))
                .on(AgreementMade.class, this::agreed)
                .on(AgreementKept.class, (e, meta) -> agreementNeeds(e.agreement(), List.of(e.employee(), e.counterpart()))
                        .forEach(need -> prompts.acted(need, meta)))
                .on(AgreementDropped.class, (e, meta) -> agreementNeeds(e.agreement(), List.of(e.employee(), e.counterpart()))
                        .forEach(need -> prompts.moot(need, meta)));
    }

    /** The other side is asked to answer; whoever proposes has answered what was proposed before. */
    private void proposed(Pair pair, Side by, Instant slotStart, EventMeta meta) {
        prompts.acted(pair.need(ANSWER_INVITATION, by), meta);
        prompts.askAt(pair.need(ANSWER_INVITATION, other(by)), meta, receiver -> meta.time(), slotStart);
        moot(pair, List.of(PREPARE, HOLD), meta);
    }

    private void accepted(ConversationAccepted event, EventMeta meta) {
        Pair pair = new Pair(event.conversation(), event.employee(), event.counterpart());
        prompts.acted(pair.need(ANSWER_INVITATION, event.by()), meta);
        prompts.moot(pair.need(ANSWER_INVITATION, other(event.by())), meta);
        int days = event.preparationDays() == null ? properties.prepareDaysBefore() : event.preparationDays();
        pair.sides(PREPARE).forEach(need -> prompts.askAt(need, meta, receiver -> receiver.daysBefore(
                receiver.dayOf(event.slotStart()), days, properties.hoursOf(meta.organisation())),
                event.slotStart()));
        pair.sides(HOLD).forEach(need -> prompts.askAt(need, meta, receiver -> event.slotEnd(), null));
    }

    private void declined(Pair pair, Side by, EventMeta meta) {
        prompts.acted(pair.need(ANSWER_INVITATION, by), meta);
        moot(pair, List.of(ANSWER_INVITATION, PREPARE, HOLD), meta);
    }

    /** Whoever said that it took place took that step, and for the other there is nothing left to say. */
    private void held(Pair pair, EventMeta meta) {
        pair.sides(HOLD).stream().filter(need -> need.actor().equals(meta.actor())).forEach(need -> prompts.acted(need, meta));
        moot(pair, List.of(ANSWER_INVITATION, PREPARE, HOLD), meta);
    }

    private void recorded(Pair pair, EventMeta meta) {
        pair.sides(CONFIRM_REPORT).forEach(need -> prompts.askSoon(need, meta));
    }

    private void moot(Pair pair, List<PromptAction> actions, EventMeta meta) {
        actions.forEach(action -> pair.sides(action).forEach(need -> prompts.moot(need, meta)));
    }

    private void agreed(AgreementMade event, EventMeta meta) {
        agreementNeeds(event.agreement(), owners(event)).forEach(need -> prompts.askAt(need, meta, receiver -> receiver.daysBefore(
                event.dueDate(), properties.agreementDaysBefore(), properties.hoursOf(meta.organisation())), null));
    }

    /** What the organisation has to do is asked of the one who speaks for it. */
    private static List<String> owners(AgreementMade event) {
        AgreementOwner owner = event.owner() == null ? AgreementOwner.SHARED : event.owner();
        return switch (owner) {
            case EMPLOYEE -> List.of(event.employee());
            case MANAGER, ORGANISATION -> List.of(event.counterpart());
            case SHARED -> List.of(event.employee(), event.counterpart());
        };
    }

    private static List<PromptNeed> agreementNeeds(String agreement, List<String> actors) {
        return actors.stream().map(actor -> new PromptNeed(actor, AGREEMENT_DUE, PromptSubject.AGREEMENT, agreement)).toList();
    }

    private static Side other(Side side) {
        return side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE;
    }

    /** The two of a conversation. */
    private record Pair(String conversation, String employee, String counterpart) {

        PromptNeed need(PromptAction action, Side side) {
            String actor = side == Side.EMPLOYEE ? employee : counterpart;
            return new PromptNeed(actor, action, PromptSubject.CONVERSATION, conversation);
        }

        List<PromptNeed> sides(PromptAction action) {
            return List.of(need(action, Side.EMPLOYEE), need(action, Side.COUNTERPART));
        }
    }
}
