package nl.klimrek.reminders.reply;

import java.time.Clock;
import nl.klimrek.contracts.conversations.CalendarReplyRefused;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.rules.PromptRules;
import org.springframework.stereotype.Component;

/** Lets the sender of a reply hear why conversations refused it. */
@Component
class ReplyRefusalListener implements PromptRules {

    private final AggregateStore<ReplyLog> logs;
    private final Clock clock;

    ReplyRefusalListener(AggregateStore<ReplyLog> logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(
                CalendarReplyRefused.class,
                (refused, meta) -> logs.handle(
                        Key.of(meta.organisation(), refused.conversation() + ":" + refused.by()),
                        MessageContext.event(meta),
                        before -> before.map(log -> Decision.accept(
                                        log.explain(ReplyOutcome.of(refused.reason()), clock.instant())))
                                .orElseGet(Decision::unchanged)));
    }
}
