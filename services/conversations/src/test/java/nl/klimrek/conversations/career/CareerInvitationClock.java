package nl.klimrek.conversations.career;

import java.time.LocalDate;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.jspecify.annotations.Nullable;

/** Lets the day come on which an employee is looked at. */
public final class CareerInvitationClock {

    private CareerInvitationClock() {}

    /** The store's own state of an employee, looked at on this day. */
    public static void looksOn(AggregateStore<?> store, Organisation organisation, String person, LocalDate day) {
        invitations(store)
                .handle(
                        CareerInvitationService.key(organisation, person),
                        MessageContext.system("test"),
                        found -> found.<Decision<CareerInvitation>>map(now ->
                                        Decision.accept(new CareerInvitation(person, day, now.invitedOn(), now.had())))
                                .orElseGet(Decision::unchanged));
    }

    /** The day on which an employee is looked at; null for never, and where nobody is awaited. */
    public static @Nullable LocalDate lookOn(AggregateStore<?> store, Organisation organisation, String person) {
        return invitations(store)
                .find(CareerInvitationService.key(organisation, person))
                .map(found -> found.state().lookOn())
                .orElse(null);
    }

    @SuppressWarnings("unchecked") // The one store of that bean.
    private static AggregateStore<CareerInvitation> invitations(AggregateStore<?> store) {
        return (AggregateStore<CareerInvitation>) store;
    }
}
