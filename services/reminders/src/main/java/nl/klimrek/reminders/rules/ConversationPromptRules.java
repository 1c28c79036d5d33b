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

/** The prompts of a conversation: answer an invitation, prepare, mark as held, confirm the report. Both sides get them alike. */
@Component
@Schedules({ANSWER_INVITATION, PREPARE, HOLD, CONFIRM_REPORT})
class ConversationPromptRules implements PromptRules {

    private static final List<PromptAction> ALL = List.of(ANSWER_INVITATION, PREPARE, HOLD, CONFIRM_REPORT);

    private final AggregateStore<CounterpartLeft> leavers;
    private final PromptScheduler scheduler;
    private final RemindersProperties properties;

    ConversationPromptRules(
            AggregateStore<CounterpartLeft> leavers, PromptScheduler scheduler, RemindersProperties properties) {
        this.leavers = leavers;
        this.scheduler = scheduler;
        this.properties = properties;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(
                        ConversationInvited.class,
                        (e, meta) -> proposed(
                                new Participants(e.conversation(), e.employee(), e.counterpart()),
                                e.by(),
                                e.slotStart(),
                                meta))
                .on(
                        ConversationRescheduled.class,
                        (e, meta) -> proposed(
                                new Participants(e.conversation(), e.employee(), e.counterpart()),
                                e.by(),
                                e.slotStart(),
                                meta))
                .on(ConversationAccepted.class, this::accepted)
                .on(
                        ConversationDeclined.class,
                        (e, meta) -> declined(
                                new Participants(e.conversation(), e.employee(), e.counterpart()), e.by(), meta))
                .on(
                        PreparationSaved.class,
                        (e, meta) -> scheduler.stepTaken(
                                new Participants(e.conversation(), e.employee(), e.counterpart()).need(PREPARE, e.by()),
                                meta))
                .on(
                        ConversationHeld.class,
                        (e, meta) -> held(new Participants(e.conversation(), e.employee(), e.counterpart()), meta))
                .on(
                        ConversationRecorded.class,
                        (e, meta) -> recorded(new Participants(e.conversation(), e.employee(), e.counterpart()), meta))
                .on(
                        ConversationConfirmed.class,
                        (e, meta) -> scheduler.stepTaken(
                                new Participants(e.conversation(), e.employee(), e.counterpart())
                                        .need(CONFIRM_REPORT, e.by()),
                                meta))
                .on(
                        ConversationCancelled.class,
                        (e, meta) ->
                                cancel(new Participants(e.conversation(), e.employee(), e.counterpart()), ALL, meta))
                .on(
                        ConversationClosed.class,
                        (e, meta) ->
                                cancel(new Participants(e.conversation(), e.employee(), e.counterpart()), ALL, meta))
                .on(
                        CounterpartParted.class,
                        (e, meta) -> counterpartLeft(
                                new Participants(e.conversation(), e.employee(), e.counterpart()), meta));
    }

    /** Prompts the other side to answer. A side that proposes has answered the earlier proposal. */
    private void proposed(Participants participants, Side by, Instant slotStart, EventMeta meta) {
        scheduler.stepTaken(participants.need(ANSWER_INVITATION, by), meta);
        scheduler.schedule(
                participants.need(ANSWER_INVITATION, otherSide(by)), meta, receiver -> meta.time(), slotStart);
        cancel(participants, List.of(PREPARE, HOLD), meta);
    }

    private void accepted(ConversationAccepted event, EventMeta meta) {
        Participants participants = new Participants(event.conversation(), event.employee(), event.counterpart());
        scheduler.stepTaken(participants.need(ANSWER_INVITATION, event.by()), meta);
        scheduler.cancel(participants.need(ANSWER_INVITATION, otherSide(event.by())), meta);
        int days = event.preparationDays() == null ? properties.prepareDaysBefore() : event.preparationDays();
        participants
                .needs(PREPARE)
                .forEach(need -> scheduler.schedule(
                        need,
                        meta,
                        receiver -> receiver.daysBefore(
                                receiver.dayOf(event.slotStart()), days, properties.hoursOf(meta.organisation())),
                        event.slotStart()));
        participants.needs(HOLD).forEach(need -> scheduler.schedule(need, meta, receiver -> event.slotEnd(), null));
    }

    private void declined(Participants participants, Side by, EventMeta meta) {
        scheduler.stepTaken(participants.need(ANSWER_INVITATION, by), meta);
        cancel(participants, List.of(ANSWER_INVITATION, PREPARE, HOLD), meta);
    }

    /** The side that marked the conversation as held took the step; the other side's prompt is cancelled. */
    private void held(Participants participants, EventMeta meta) {
        participants.needs(HOLD).stream()
                .filter(need -> need.actor().equals(meta.actor()))
                .forEach(need -> scheduler.stepTaken(need, meta));
        cancel(participants, List.of(ANSWER_INVITATION, PREPARE, HOLD), meta);
    }

    /** Prompts both sides to confirm, except a counterpart who has left; also for a later version of the report. */
    private void recorded(Participants participants, EventMeta meta) {
        Optional<String> left =
                leavers.find(participants.key(meta)).map(found -> found.state().counterpart());
        participants.needs(CONFIRM_REPORT).stream()
                .filter(need -> !left.equals(Optional.of(need.actor())))
                .forEach(need -> scheduler.scheduleSoon(need, meta));
    }

    /** Cancels the counterpart's prompts, because they can no longer reach the conversation. */
    private void counterpartLeft(Participants participants, EventMeta meta) {
        leavers.handle(
                participants.key(meta),
                MessageContext.event(meta),
                before -> Decision.accept(new CounterpartLeft(participants.counterpart())));
        ALL.forEach(action -> scheduler.cancel(participants.need(action, Side.COUNTERPART), meta));
    }

    private void cancel(Participants participants, List<PromptAction> actions, EventMeta meta) {
        scheduler.cancelAll(
                actions.stream()
                        .flatMap(action -> participants.needs(action).stream())
                        .toList(),
                meta);
    }

    private static Side otherSide(Side side) {
        return side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE;
    }

    /** The two sides of a conversation. */
    private record Participants(String conversation, String employee, String counterpart) {

        Key key(EventMeta meta) {
            return Key.of(meta.organisation(), conversation);
        }

        PromptNeed need(PromptAction action, Side side) {
            String actor = side == Side.EMPLOYEE ? employee : counterpart;
            return new PromptNeed(actor, action, PromptSubject.CONVERSATION, conversation);
        }

        List<PromptNeed> needs(PromptAction action) {
            return List.of(need(action, Side.EMPLOYEE), need(action, Side.COUNTERPART));
        }
    }
}
