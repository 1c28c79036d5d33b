package nl.klimrek.reminders.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationMissed;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.rules.PromptRules;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps each conversation's meeting up to date. What changes again within the debounce time is mailed once. */
@Component
class MeetingListener implements PromptRules {

    private final AggregateStore<Meeting> meetings;
    private final CalendarMailProperties calendar;
    private final RemindersProperties properties;
    private final Clock clock;

    MeetingListener(
            AggregateStore<Meeting> meetings,
            CalendarMailProperties calendar,
            RemindersProperties properties,
            Clock clock) {
        this.meetings = meetings;
        this.calendar = calendar;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void register(EventHandlers handlers) {
        if (!calendar.isEnabled()) {
            return;
        }
        handlers.on(
                        ConversationInvited.class,
                        (e, meta) -> at(
                                meta,
                                e.employee(),
                                e.counterpart(),
                                MeetingStatus.TENTATIVE,
                                e.by(),
                                e.slotStart(),
                                e.slotEnd()))
                .on(
                        ConversationRescheduled.class,
                        (e, meta) -> at(
                                meta,
                                e.employee(),
                                e.counterpart(),
                                MeetingStatus.TENTATIVE,
                                e.by(),
                                e.slotStart(),
                                e.slotEnd()))
                .on(
                        ConversationAccepted.class,
                        (e, meta) -> at(
                                meta,
                                e.employee(),
                                e.counterpart(),
                                MeetingStatus.CONFIRMED,
                                other(e.by()),
                                e.slotStart(),
                                e.slotEnd()))
                .on(ConversationDeclined.class, (e, meta) -> cancel(meta))
                .on(ConversationMissed.class, (e, meta) -> cancel(meta))
                .on(ConversationCancelled.class, (e, meta) -> cancel(meta));
    }

    private void at(
            EventMeta meta,
            String employee,
            String counterpart,
            MeetingStatus status,
            Side proposedBy,
            Instant start,
            Instant end) {
        Meeting now = new Meeting(
                meta.subject(),
                employee,
                counterpart,
                status,
                proposedBy,
                start,
                end,
                0,
                1,
                meta.time(),
                Map.of(),
                due());
        change(meta, before -> Meeting.at(before, now));
    }

    private void cancel(EventMeta meta) {
        Instant due = due();
        change(meta, before -> before == null ? Decision.unchanged() : before.cancel(meta.time(), due));
    }

    private void change(EventMeta meta, Function<@Nullable Meeting, Decision<Meeting>> step) {
        meetings.handle(
                Key.of(meta.organisation(), meta.subject()),
                MessageContext.event(meta),
                before -> step.apply(before.orElse(null)));
    }

    private Instant due() {
        return clock.instant().plus(properties.debounce());
    }

    private static Side other(Side side) {
        return side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE;
    }
}
