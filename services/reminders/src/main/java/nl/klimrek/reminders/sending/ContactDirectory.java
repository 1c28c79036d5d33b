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

/** This service's copy of the directory. A person who is erased there is erased here. */
@Component
public class ContactDirectory {

    private final AggregateStore<ContactDetails> contacts;

    ContactDirectory(AggregateStore<ContactDetails> contacts) {
        this.contacts = contacts;
    }

    /** Adds the handlers that keep the copy up to date. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(
                        PersonListed.class,
                        (listed, meta) -> contacts.handle(
                                Key.of(meta.organisation(), listed.person()),
                                MessageContext.event(meta).withLateEventPolicy(LateEventPolicy.IGNORE),
                                before -> meta.replayed()
                                                && before.filter(ContactDetails.erased()::equals)
                                                        .isPresent()
                                        ? Decision.unchanged()
                                        : Decision.accept(ContactDetails.of(listed))))
                .onTombstone(
                        Topics.DIRECTORY,
                        key -> contacts.handle(
                                key,
                                MessageContext.system("erasure"),
                                // Also for an unknown person: a later replay of a parked record must not restore them.
                                before -> Decision.accept(ContactDetails.erased())));
    }

    ContactDetails find(Key person) {
        return contacts.find(person).map(Versioned::state).orElseGet(ContactDetails::erased);
    }
}
