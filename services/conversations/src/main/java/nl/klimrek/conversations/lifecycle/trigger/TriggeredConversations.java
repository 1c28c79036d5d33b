package nl.klimrek.conversations.lifecycle.trigger;

import java.util.EnumSet;
import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.conversations.lifecycle.trigger.AwaitedDays.Day;
import nl.klimrek.conversations.lifecycle.trigger.AwaitedDays.Kind;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** Awaits the day on which a conversation that a trigger planned gets a slot: at once, or some time before its window. */
@Component
class TriggeredConversations implements EventSubscriber {

    /** Early enough to answer, late enough to know one's week. */
    private static final int DAYS_BEFORE_WINDOW = 14;

    private static final Set<ConversationReason> TRIGGERS = EnumSet.complementOf(EnumSet.of(
            ConversationReason.CADENCE,
            ConversationReason.ASKED,
            ConversationReason.IMPORTED,
            ConversationReason.LEAVING));

    private final AwaitedDayService awaiting;

    TriggeredConversations(AwaitedDayService awaiting) {
        this.awaiting = awaiting;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(ConversationPlanned.class, this::planned);
    }

    private void planned(ConversationPlanned planned, EventMeta event) {
        if (planned.cycle() != null || !TRIGGERS.contains(planned.reason())) {
            return;
        }
        Day day =
                new Day(Kind.SLOT, planned.conversation(), planned.windowFrom().minusDays(DAYS_BEFORE_WINDOW));
        awaiting.change(
                event.organisation(),
                planned.employee(),
                MessageContext.event(event).withoutMarker(),
                now -> now.await(day));
        awaiting.look(Key.of(event.organisation(), planned.employee()));
    }
}
