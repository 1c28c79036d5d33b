package nl.klimrek.reminders.sending;

import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** This service's own copy of the directory; what the directory erases is erased here. */
@Component
public class Addresses {

    private final AggregateStore<Address> addresses;

    Addresses(AggregateStore<Address> addresses) {
        this.addresses = addresses;
    }

    /** Adds what keeps the copy. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(
                        PersonListed.class,
                        (listed, meta) -> addresses.handle(
                                Key.of(meta.organisation(), listed.person()),
                                MessageContext.event(meta).withLateEventPolicy(LateEventPolicy.IGNORE),
                                before -> meta.replayed()
                                                && before.filter(Address.erased()::equals)
                                                        .isPresent()
                                        ? Decision.unchanged()
                                        : Decision.accept(Address.of(listed))))
                .onTombstone(
                        Topics.DIRECTORY,
                        key -> addresses.handle(
                                key,
                                MessageContext.system("erasure"),
                                // Also of who was not known: a parked record that is given again later brings nobody
                                // back.
                                before -> Decision.accept(Address.erased())));
    }

    Address of(Key person) {
        return addresses.find(person).map(Versioned::state).orElseGet(Address::erased);
    }
}
