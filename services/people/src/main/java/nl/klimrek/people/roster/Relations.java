package nl.klimrek.people.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.inbox.PreprocessedEvents;
import nl.klimrek.eventing.inbox.ReceivedEvent;
import nl.klimrek.people.hierarchy.Hierarchy;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ReportingLine.NoManager;

/**
 * Keeps relations true when the other side changes: reports who waited for a manager get one, those whose manager left
 * have none any more. Follows our own facts, so that it is done after every stop; each step looks at how things are now,
 * so that doing it again changes nothing.
 */
public final class Relations {

    private final Hierarchy hierarchy;
    private final Roster roster;
    private final PreprocessedEvents unnamed = new PreprocessedEvents();

    public Relations(Hierarchy hierarchy, Roster roster) {
        this.hierarchy = hierarchy;
        this.roster = roster;
    }

    /** Finds, for a whole poll at once, who joined and is named by nobody; nothing follows from their arrival. */
    public void ahead(List<ReceivedEvent> events) {
        unnamed.clear();
        Map<Organisation, Map<String, String>> joined = new LinkedHashMap<>();
        events.forEach(event -> event.data()
                .filter(PersonJoined.class::isInstance)
                .ifPresent(data -> joined.computeIfAbsent(event.meta().organisation(), none -> new LinkedHashMap<>())
                        .put(((PersonJoined) data).person(), event.meta().id())));
        joined.forEach((organisation, ids) -> {
            List<Person> known = roster.findAll(organisation, ids.keySet());
            Set<String> named = hierarchy.named(organisation, known);
            unnamed.add(known.stream()
                    .filter(person -> !named.contains(person.person()))
                    .map(person -> ids.get(person.person()))
                    .toList());
        });
    }

    public void joined(PersonJoined joined, EventMeta event) {
        if (unnamed.remove(event.id())) {
            return;
        }
        // Somebody new whom nobody names closes no cycle and ends none: there is only one new line, up from them.
        if (relateWhoName(joined.person(), event) && joined.manager() != null) {
            chartChanged(joined.person(), event);
        }
    }

    public void changed(PersonChanged changed, EventMeta event) {
        if (changed.changed().contains(PersonField.RETURNED)) {
            relateWhoName(changed.person(), event);
        }
        if (changed.changed().contains(PersonField.MANAGER)) {
            chartChanged(changed.person(), event);
        }
    }

    public void left(PersonLeft left, EventMeta event) {
        relateWhoName(left.person(), event);
        reconsider(event);
    }

    /** Whether anybody names them. */
    private boolean relateWhoName(String manager, EventMeta event) {
        Organisation organisation = event.organisation();
        Person known = roster.known(organisation, manager);
        List<String> reports = hierarchy.whoName(organisation, known);
        reports.forEach(report -> roster.relate(organisation, report, cause(event)));
        return !reports.isEmpty();
    }

    /** Two who name each other may have been stored at once, each before it could see the other; this look sees both. */
    private void chartChanged(String person, EventMeta event) {
        roster.relate(event.organisation(), person, cause(event));
        reconsider(event);
    }

    private void reconsider(EventMeta event) {
        for (String person : hierarchy.blocked(event.organisation())) {
            Optional<Person> now = roster.relate(event.organisation(), person, cause(event));
            if (now.filter(still -> still.reporting().because() == NoManager.CYCLE_IN_HIERARCHY)
                    .isEmpty()) {
                hierarchy.unblock(event.organisation(), person);
            }
        }
    }

    private static MessageContext cause(EventMeta event) {
        return MessageContext.event(event).withoutMarker();
    }
}
