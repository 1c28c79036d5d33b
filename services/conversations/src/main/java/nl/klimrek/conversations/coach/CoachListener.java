package nl.klimrek.conversations.coach;

import nl.klimrek.contracts.conversations.CoachAppointed;
import nl.klimrek.contracts.conversations.CoachEndReason;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** Keeps the list of coaches, also where an instance ended before it wrote it, and ends the appointment of a leaver. */
@Component
class CoachListener implements EventSubscriber {

    private final AggregateStore<Coach> coaches;
    private final CoachRegister register;

    CoachListener(AggregateStore<Coach> coaches, CoachRegister register) {
        this.coaches = coaches;
        this.register = register;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(CoachAppointed.class, (appointed, event) -> register.show(event.organisation(), appointed.coach()))
                .on(
                        PersonLeft.class,
                        (gone, event) -> coaches.handle(
                                CoachRegister.key(event.organisation(), gone.person()),
                                MessageContext.event(event),
                                found -> found.map(coach -> coach.end(CoachEndReason.LEFT))
                                        .orElseGet(Decision::unchanged)));
    }
}
