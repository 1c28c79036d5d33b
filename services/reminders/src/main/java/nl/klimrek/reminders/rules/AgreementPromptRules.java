package nl.klimrek.reminders.rules;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import nl.klimrek.contracts.conversations.AgreementDropped;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.HandoverOpened;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.stereotype.Component;

/**
 * An agreement is due: asked of whoever has to make it come true. When the manager changes, of the one of now in the former
 * one's place.
 */
@Component
public class AgreementPromptRules {

    private final AggregateStore<TrackedAgreements> agreements;
    private final PromptScheduler prompts;
    private final RemindersProperties properties;

    AgreementPromptRules(
            AggregateStore<TrackedAgreements> agreements, PromptScheduler prompts, RemindersProperties properties) {
        this.agreements = agreements;
        this.prompts = prompts;
        this.properties = properties;
    }

    /** Adds what agreements ask for. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(AgreementMade.class, this::made)
                .on(HandoverOpened.class, this::moved)
                .on(
                        AgreementKept.class,
                        (e, meta) -> settled(e.employee(), e.counterpart(), e.agreement(), meta, prompts::acted))
                .on(
                        AgreementDropped.class,
                        (e, meta) -> settled(e.employee(), e.counterpart(), e.agreement(), meta, prompts::moot));
    }

    private void made(AgreementMade event, EventMeta meta) {
        ask(event.employee(), meta, change(event.employee(), meta, MessageContext.event(meta), all -> all.with(event)));
    }

    private void moved(HandoverOpened event, EventMeta meta) {
        ask(
                event.employee(),
                meta,
                change(event.employee(), meta, MessageContext.event(meta), all -> all.movedTo(event.counterpart())));
    }

    /** What arrives another time finds all asked; noted last, so that what stopped half-way is done again. */
    private void ask(String employee, EventMeta meta, TrackedAgreements all) {
        for (TrackedAgreements.Open one : all.toAsk()) {
            if (one.former() != null) {
                prompts.moot(need(one.former(), one.agreement()), meta);
            }
            one.actors(employee)
                    .forEach(actor -> prompts.askAt(
                            need(actor, one.agreement()),
                            meta,
                            receiver -> receiver.daysBefore(
                                    one.dueDate(),
                                    properties.agreementDaysBefore(),
                                    properties.hoursOf(meta.organisation())),
                            null));
            change(employee, meta, MessageContext.event(meta).withoutMarker(), now -> now.asked(one.agreement()));
        }
    }

    /** The fact names those who made it; who is on the other side by now may be another. Forgotten last. */
    private void settled(
            String employee, String maker, String agreement, EventMeta meta, BiConsumer<PromptNeed, EventMeta> step) {
        String counterpart = agreements
                .find(Key.of(meta.organisation(), employee))
                .map(Versioned::state)
                .flatMap(all -> all.find(agreement))
                .map(TrackedAgreements.Open::counterpart)
                .orElse(maker);
        List.of(employee, counterpart).forEach(actor -> step.accept(need(actor, agreement), meta));
        change(employee, meta, MessageContext.event(meta), all -> all.without(agreement));
    }

    private TrackedAgreements change(
            String employee, EventMeta meta, MessageContext cause, UnaryOperator<TrackedAgreements> change) {
        return agreements
                .handle(
                        Key.of(meta.organisation(), employee),
                        cause,
                        before -> Decision.accept(change.apply(before.orElse(TrackedAgreements.NONE))))
                .state();
    }

    private static PromptNeed need(String actor, String agreement) {
        return new PromptNeed(actor, PromptAction.AGREEMENT_DUE, PromptSubject.AGREEMENT, agreement);
    }
}
