package nl.klimrek.reminders.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.AgreementDropped;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.ExternalCoachId;
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
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.reminders.timing.SendingHours;
import org.springframework.stereotype.Component;

/**
 * Prompts the owners of an agreement before it is due, and the day after when it is still open. When the manager changes, the
 * new one replaces the former.
 */
@Component
class AgreementPromptRules implements PromptRules {

    private final AggregateStore<TrackedAgreements> agreements;
    private final PromptScheduler scheduler;
    private final RemindersProperties properties;
    private final PromptCatalogue catalogue;

    AgreementPromptRules(
            AggregateStore<TrackedAgreements> agreements,
            PromptScheduler scheduler,
            RemindersProperties properties,
            PromptCatalogue catalogue) {
        this.agreements = agreements;
        this.scheduler = scheduler;
        this.properties = properties;
        this.catalogue = catalogue;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(AgreementMade.class, this::agreementMade)
                .on(HandoverOpened.class, this::managerChanged)
                .on(
                        AgreementKept.class,
                        (e, meta) -> closed(e.employee(), e.counterpart(), e.agreement(), meta, scheduler::stepTaken))
                .on(
                        AgreementDropped.class,
                        (e, meta) -> closed(e.employee(), e.counterpart(), e.agreement(), meta, scheduler::cancel));
    }

    private void agreementMade(AgreementMade event, EventMeta meta) {
        scheduleAll(
                event.employee(),
                meta,
                change(event.employee(), meta, MessageContext.event(meta), all -> all.with(event)));
    }

    private void managerChanged(HandoverOpened event, EventMeta meta) {
        scheduleAll(
                event.employee(),
                meta,
                change(event.employee(), meta, MessageContext.event(meta), all -> all.movedTo(event.counterpart())));
    }

    /** Schedules what is not scheduled yet. Each agreement is marked last, so a stop half-way is made up for by the replay. */
    private void scheduleAll(String employee, EventMeta meta, TrackedAgreements all) {
        for (TrackedAgreement agreement : all.unscheduled()) {
            if (agreement.former() != null) {
                needs(agreement.former(), agreement.agreement()).forEach(need -> scheduler.cancel(need, meta));
            }
            scheduler.schedule(
                    agreement.actors(employee).stream()
                            .flatMap(actor -> requests(actor, employee, agreement, meta).stream())
                            .toList(),
                    meta);
            change(
                    employee,
                    meta,
                    MessageContext.event(meta).withoutMarker(),
                    now -> now.scheduled(agreement.agreement()));
        }
    }

    /** The first prompt ends when the second begins, so that nobody has two about one agreement. */
    private List<PromptRequest> requests(String actor, String employee, TrackedAgreement agreement, EventMeta meta) {
        if (ExternalCoachId.matches(actor)) {
            return List.of();
        }
        SendingHours hours = properties.hoursOf(meta.organisation());
        LocalDate due = agreement.dueDate();
        PromptOccasion occasion = PromptOccasion.with(actor.equals(employee) ? agreement.counterpart() : employee, due);
        return List.of(
                new PromptRequest(
                        need(actor, PromptAction.AGREEMENT_DUE, agreement.agreement()),
                        catalogue.rule(PromptAction.AGREEMENT_DUE),
                        receiver -> receiver.startOf(due.minusDays(properties.agreementDaysBefore()), hours),
                        receiver -> receiver.endOf(due),
                        null,
                        occasion),
                new PromptRequest(
                        need(actor, PromptAction.AGREEMENT_OVERDUE, agreement.agreement()),
                        catalogue.rule(PromptAction.AGREEMENT_OVERDUE),
                        receiver -> receiver.startOf(due.plusDays(1), hours),
                        receiver -> null,
                        null,
                        occasion));
    }

    /** Closes the prompts of both sides. The event names the makers, but the counterpart may have changed since. */
    private void closed(
            String employee, String maker, String agreement, EventMeta meta, BiConsumer<PromptNeed, EventMeta> step) {
        String counterpart = agreements
                .find(Key.of(meta.organisation(), employee))
                .map(Versioned::state)
                .flatMap(all -> all.find(agreement))
                .map(TrackedAgreement::counterpart)
                .orElse(maker);
        Stream.of(employee, counterpart)
                .flatMap(actor -> needs(actor, agreement).stream())
                .forEach(need -> step.accept(need, meta));
        change(employee, meta, MessageContext.event(meta), all -> all.without(agreement));
    }

    private TrackedAgreements change(
            String employee, EventMeta meta, MessageContext cause, UnaryOperator<TrackedAgreements> change) {
        return agreements
                .handle(
                        Key.of(meta.organisation(), employee),
                        cause,
                        before -> Decision.accept(change.apply(before.orElse(TrackedAgreements.EMPTY))))
                .state();
    }

    private static List<PromptNeed> needs(String actor, String agreement) {
        return List.of(
                need(actor, PromptAction.AGREEMENT_DUE, agreement),
                need(actor, PromptAction.AGREEMENT_OVERDUE, agreement));
    }

    private static PromptNeed need(String actor, PromptAction action, String agreement) {
        return new PromptNeed(actor, action, PromptSubject.AGREEMENT, agreement);
    }
}
