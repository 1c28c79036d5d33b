package nl.klimrek.reminders.mail;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** HR's list of people whose address accepts no mail. The person's contact details decide whether it still is so. */
@Component
public class UndeliverableList {

    /** From this size on, people whose address works again are taken off before somebody is added. */
    private static final int TIDY_FROM = 200;

    /** A list this long means that a mail server is wrong, and no longer that addresses are. */
    private static final int MAX_LISTED = 2000;

    private static final String LIST = "hr";

    private final AggregateStore<UndeliverablePeople> lists;
    private final AggregateStore<ContactDetails> contacts;

    UndeliverableList(AggregateStore<UndeliverablePeople> lists, AggregateStore<ContactDetails> contacts) {
        this.lists = lists;
        this.contacts = contacts;
    }

    void add(Key person) {
        Organisation organisation = person.organisation();
        lists.handle(Key.of(organisation, LIST), MessageContext.system("undeliverable"), before -> {
            UndeliverablePeople known = before.orElse(UndeliverablePeople.NONE);
            UndeliverablePeople tidy = known.people().size() < TIDY_FROM
                    ? known
                    : known.only(find(organisation, known).stream()
                            .map(UndeliverableAddress::person)
                            .toList());
            UndeliverablePeople next = tidy.people().size() < MAX_LISTED ? tidy.with(person.id()) : tidy;
            return next.equals(known) ? Decision.unchanged() : Decision.accept(next);
        });
    }

    /** The people of an organisation whose address accepts no mail, by person id. */
    public List<UndeliverableAddress> find(Organisation organisation) {
        return find(
                organisation,
                lists.find(Key.of(organisation, LIST)).map(Versioned::state).orElse(UndeliverablePeople.NONE));
    }

    private List<UndeliverableAddress> find(Organisation organisation, UndeliverablePeople known) {
        Map<Key, Versioned<ContactDetails>> found = contacts.findAllByKey(known.people().stream()
                .map(person -> Key.of(organisation, person))
                .toList());
        return found.entrySet().stream()
                .filter(each -> each.getValue().state().undeliverableSince() != null)
                .map(each -> new UndeliverableAddress(
                        each.getKey().id(),
                        Objects.requireNonNull(each.getValue().state().undeliverableSince())))
                .sorted(Comparator.comparing(UndeliverableAddress::person))
                .toList();
    }

    /**
     * A person whose address accepts no mail.
     *
     * @param person person id
     * @param since moment of the first mail that came back
     */
    public record UndeliverableAddress(String person, Instant since) {}
}
