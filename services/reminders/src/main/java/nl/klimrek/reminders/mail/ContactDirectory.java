package nl.klimrek.reminders.mail;

import java.time.Instant;
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
    private final UndeliverableList undeliverable;

    ContactDirectory(AggregateStore<ContactDetails> contacts, UndeliverableList undeliverable) {
        this.contacts = contacts;
        this.undeliverable = undeliverable;
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
                                        : Decision.accept(before.map(known -> known.listedAgain(listed))
                                                .orElseGet(() -> ContactDetails.of(listed)))))
                .onTombstone(
                        Topics.DIRECTORY,
                        key -> contacts.handle(
                                key,
                                MessageContext.system("erasure"),
                                // Also for an unknown person: a later replay of a parked record must not restore them.
                                before -> Decision.accept(ContactDetails.erased())));
    }

    /** The person's contact details; without any for a person who is unknown or erased. */
    public ContactDetails find(Key person) {
        return contacts.find(person).map(Versioned::state).orElseGet(ContactDetails::erased);
    }

    /**
     * Notes that an address accepts no mail, so that no more is sent there until the person's record changes.
     *
     * @param address the address that was written to; ignored when the person has another one by now
     */
    public void undeliverable(Key person, String address, Instant at) {
        undeliverable.add(person);
        contacts.handle(
                person,
                MessageContext.system("undeliverable"),
                before -> before.filter(known -> address.equalsIgnoreCase(known.email()) && known.isReachable())
                        .map(known -> Decision.accept(known.undeliverable(at)))
                        .orElseGet(Decision::unchanged));
    }
}
