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
public class ContactDirectory {

    private final AggregateStore<ContactDetails> addresses;

    ContactDirectory(AggregateStore<ContactDetails> addresses) {
        this.addresses = addresses;
    }

    /** Adds what keeps the copy. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(
                        PersonListed.class,
                        (listed, meta) -> addresses.handle(
                                Key.of(meta.organisation(), listed.person()),
                                MessageContext.event(meta).ifOvertaken(LateEventPolicy.PASSED_OVER),
                                before -> meta.replayed()
                                                && before.filter(ContactDetails.erased()::equals)
                                                        .isPresent()
                                        ? Decision.unchanged()
                                        : Decision.accept(ContactDetails.of(listed))))
                .onErased(
                        Topics.DIRECTORY,
                        key -> addresses.handle(
                                key,
                                MessageContext.system("erasure"),
                                // Also of who was not known: a parked record that is given again later brings nobody
                                // back.
                                before -> Decision.accept(ContactDetails.erased())));
    }

    ContactDetails of(Key person) {
        return addresses.find(person).map(Versioned::state).orElseGet(ContactDetails::erased);
    }
}
