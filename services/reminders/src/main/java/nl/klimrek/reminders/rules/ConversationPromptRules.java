package nl.klimrek.reminders.rules;

import static nl.klimrek.contracts.reminders.PromptAction.ANSWER_INVITATION;
import static nl.klimrek.contracts.reminders.PromptAction.CONFIRM_REPORT;
import static nl.klimrek.contracts.reminders.PromptAction.HOLD;
import static nl.klimrek.contracts.reminders.PromptAction.PREPARE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.contracts.conversations.ConversationConfirmed;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationRecorded;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.CounterpartParted;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.stereotype.Component;

/**
 * Answer an invitation, prepare, say that it took place, confirm a report: asked of both sides alike.
 */
@Component
public class ConversationPromptRules {

    private static final List<PromptAction> ALL = List.of(ANSWER_INVITATION, PREPARE, HOLD, CONFIRM_REPORT);

    private final AggregateStore<CounterpartLeft> partings;
    private final PromptScheduler prompts;
    private final RemindersProperties properties;

    ConversationPromptRules(
            AggregateStore<CounterpartLeft> partings, PromptScheduler prompts, RemindersProperties properties) {
        this.partings = partings;
        this.prompts = prompts;
        this.properties = properties;
    }

    /** Adds what conversations ask for. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(
                        ConversationInvited.class,
                        (e, meta) -> proposed(
                                new Pair(e.conversation(), e.employee(), e.counterpart()), e.by(), e.slotStart(), meta))
                .on(
                        ConversationRescheduled.class,
                        (e, meta) -> proposed(
                                new Pair(e.conversation(), e.employee(), e.counterpart()), e.by(), e.slotStart(), meta))
                .on(ConversationAccepted.class, this::accepted)
                .on(
                        ConversationDeclined.class,
                        (e, meta) -> declined(new Pair(e.conversation(), e.employee(), e.counterpart()), e.by(), meta))
                .on(
                        PreparationSaved.class,
                        (e, meta) -> prompts.acted(
                                new Pair(e.conversation(), e.employee(), e.counterpart()).need(PREPARE, e.by()), meta))
                .on(
                        ConversationHeld.class,
                        (e, meta) -> held(new Pair(e.conversation(), e.employee(), e.counterpart()), meta))
                .on(
                        ConversationRecorded.class,
                        (e, meta) -> recorded(new Pair(e.conversation(), e.employee(), e.counterpart()), meta))
                .on(
                        ConversationConfirmed.class,
                        (e, meta) -> prompts.acted(
                                new Pair(e.conversation(), e.employee(), e.counterpart()).need(CONFIRM_REPORT, e.by()),
                                meta))
                .on(
                        ConversationCancelled.class,
                        (e, meta) -> moot(new Pair(e.conversation(), e.employee(), e.counterpart()), ALL, meta))
                .on(
                        ConversationClosed.class,
                        (e, meta) -> moot(new Pair(e.conversation(), e.employee(), e.counterpart()), ALL, meta))
                .on(
                        CounterpartParted.class,
                        (e, meta) -> parted(new Pair(e.conversation(), e.employee(), e.counterpart()), meta));
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
        pair.sides(PREPARE)
                .forEach(need -> prompts.askAt(
                        need,
                        meta,
                        receiver -> receiver.daysBefore(
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
        pair.sides(HOLD).stream()
                .filter(need -> need.actor().equals(meta.actor()))
                .forEach(need -> prompts.acted(need, meta));
        moot(pair, List.of(ANSWER_INVITATION, PREPARE, HOLD), meta);
    }

    /** Of a counterpart who parted nothing is asked, also not for a later version. */
    private void recorded(Pair pair, EventMeta meta) {
        Optional<String> parted =
                partings.find(pair.key(meta)).map(found -> found.state().counterpart());
        pair.sides(CONFIRM_REPORT).stream()
                .filter(need -> !parted.equals(Optional.of(need.actor())))
                .forEach(need -> prompts.askSoon(need, meta));
    }

    /** They can not reach the conversation any more, so that whatever they were asked there is moot. */
    private void parted(Pair pair, EventMeta meta) {
        partings.handle(
                pair.key(meta),
                MessageContext.event(meta),
                before -> Decision.accept(new CounterpartLeft(pair.counterpart())));
        ALL.forEach(action -> prompts.moot(pair.need(action, Side.COUNTERPART), meta));
    }

    private void moot(Pair pair, List<PromptAction> actions, EventMeta meta) {
        actions.forEach(action -> pair.sides(action).forEach(need -> prompts.moot(need, meta)));
    }

    private static Side other(Side side) {
        return side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE;
    }

    /** The two of a conversation. */
    private record Pair(String conversation, String employee, String counterpart) {

        Key key(EventMeta meta) {
            return Key.of(meta.organisation(), conversation);
        }

        PromptNeed need(PromptAction action, Side side) {
            String actor = side == Side.EMPLOYEE ? employee : counterpart;
            return new PromptNeed(actor, action, PromptSubject.CONVERSATION, conversation);
        }

        List<PromptNeed> sides(PromptAction action) {
            return List.of(need(action, Side.EMPLOYEE), need(action, Side.COUNTERPART));
        }
    }
}
