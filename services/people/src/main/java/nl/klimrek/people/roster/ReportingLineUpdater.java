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
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.lane.PreprocessedEvents;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ReportingLine.NoManager;

/**
 * Keeps reporting lines true when the other side changes. Reports who waited for a manager get one when the manager joins;
 * those whose manager left have none any more.
 *
 * <p>It follows this service's own events, so it goes on after every stop. Handling an event again changes nothing, because
 * every step looks at the people as they are now.
 */
public final class ReportingLineUpdater {
    private final Hierarchy hierarchy;
    private final RosterService roster;
    private final PersonRepository people;
    private final PreprocessedEvents unnamed = new PreprocessedEvents();

    public ReportingLineUpdater(Hierarchy hierarchy, RosterService roster, PersonRepository people) {
        this.hierarchy = hierarchy;
        this.roster = roster;
        this.people = people;
    }

    /** Finds in one go which of a poll's newcomers nobody names as manager: nothing follows from their arrival. */
    public void ahead(List<ReceivedEvent> events) {
        unnamed.clear();
        Map<Organisation, Map<String, String>> joined = new LinkedHashMap<>();
        events.forEach(event -> event.data()
                .filter(PersonJoined.class::isInstance)
                .ifPresent(data -> joined.computeIfAbsent(event.meta().organisation(), none -> new LinkedHashMap<>())
                        .put(((PersonJoined) data).person(), event.meta().id())));
        joined.forEach((organisation, ids) -> {
            List<Person> newcomers = people.findAll(organisation, ids.keySet());
            Set<String> named = hierarchy.namedAsManager(organisation, newcomers);
            unnamed.add(newcomers.stream()
                    .filter(person -> !named.contains(person.person()))
                    .map(person -> ids.get(person.person()))
                    .toList());
        });
    }

    public void joined(PersonJoined joined, EventMeta event) {
        if (unnamed.remove(event.id())) {
            return;
        }
        // A newcomer whom nobody names closes no cycle and ends none: there is only one new line, up from them.
        if (updateReports(joined.person(), event) && joined.manager() != null) {
            chartChanged(joined.person(), event);
        }
    }

    public void changed(PersonChanged changed, EventMeta event) {
        if (changed.changed().contains(PersonField.RETURNED)) {
            updateReports(changed.person(), event);
        }
        if (changed.changed().contains(PersonField.MANAGER)) {
            chartChanged(changed.person(), event);
        }
    }

    public void left(PersonLeft left, EventMeta event) {
        updateReports(left.person(), event);
        reconsiderCycles(event);
    }

    /**
     * Returns whether anybody names this manager. A restored store may lack the manager until the HR record is read again; the
     * event that follows updates the reports.
     */
    private boolean updateReports(String manager, EventMeta event) {
        Organisation organisation = event.organisation();
        return people.find(organisation, manager)
                .filter(known -> hierarchy.forEachNaming(
                        organisation,
                        known.state(),
                        report -> roster.updateReportingLine(organisation, report, cause(event))))
                .isPresent();
    }

    /** Two people who name each other may be stored at once, each unseen by the other; this look sees both. */
    private void chartChanged(String person, EventMeta event) {
        roster.updateReportingLine(event.organisation(), person, cause(event));
        reconsiderCycles(event);
    }

    private void reconsiderCycles(EventMeta event) {
        List<String> page = hierarchy.inCycle(event.organisation(), null);
        while (!page.isEmpty()) {
            page.forEach(person -> reconsiderCycle(person, event));
            page = hierarchy.inCycle(event.organisation(), page.get(page.size() - 1));
        }
    }

    private void reconsiderCycle(String person, EventMeta event) {
        Optional<Person> now = roster.updateReportingLine(event.organisation(), person, cause(event));
        if (now.filter(still -> still.reporting().because() == NoManager.CYCLE_IN_HIERARCHY)
                .isEmpty()) {
            hierarchy.clearCycle(event.organisation(), person);
        }
    }

    private static MessageContext cause(EventMeta event) {
        return MessageContext.event(event).withoutMarker();
    }
}
