package nl.klimrek.people.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.contracts.people.HrRecordQuarantined;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.inbox.PreprocessedEvents;
import nl.klimrek.eventing.inbox.ReceivedEvent;

/** Who is employed, who left, who has a manager, and what is in quarantine: as our own facts tell. */
public final class Census {

    /** As what somebody counts. */
    public enum Place {
        WITH_MANAGER,
        WITHOUT_MANAGER,
        LEFT
    }

    private static final String OPEN = "OPEN";
    private static final String RELEASED = "RELEASED";
    /** A quarantined record publishes one fact; its release comes after. */
    private static final long AFTER_ITS_FACT = 2;

    private final Register people;
    private final Register quarantine;
    private final PreprocessedEvents done = new PreprocessedEvents();

    public Census(Register people, Register quarantine) {
        this.people = people;
        this.quarantine = quarantine;
    }

    /**
     * An organisation in figures.
     *
     * @param employed people on the roster
     * @param left people who left
     * @param withManager of the employed, those with a manager
     * @param withoutManager of the employed, those without
     * @param quarantined records in quarantine
     */
    public record Summary(int employed, int left, int withManager, int withoutManager, int quarantined) {}

    /** Counts all who joined in a poll at once: each line remembers its fact, so that their order does not matter. */
    public void ahead(List<ReceivedEvent> events) {
        done.clear();
        List<ReceivedEvent> joined = events.stream()
                .filter(event ->
                        event.data().filter(PersonJoined.class::isInstance).isPresent())
                .toList();
        people.writeAll(joined.stream()
                .map(event -> {
                    PersonJoined fact = (PersonJoined) event.data().orElseThrow();
                    return new Register.Entry(
                            event.meta().organisation(),
                            fact.person(),
                            event.meta().sequence(),
                            place(fact).name());
                })
                .toList());
        done.add(joined.stream().map(event -> event.meta().id()).toList());
    }

    public void joined(PersonJoined joined, EventMeta event) {
        if (done.remove(event.id())) {
            return;
        }
        write(event, joined.person(), place(joined));
    }

    public void changed(PersonChanged changed, EventMeta event) {
        write(event, changed.person(), changed.manager() == null ? Place.WITHOUT_MANAGER : Place.WITH_MANAGER);
    }

    public void left(PersonLeft left, EventMeta event) {
        write(event, left.person(), Place.LEFT);
    }

    public void quarantined(HrRecordQuarantined quarantined, EventMeta event) {
        quarantine.write(event.organisation(), quarantined.quarantine(), event.sequence(), OPEN);
    }

    /** A record need not wait in quarantine any longer. */
    public void released(Organisation organisation, String record) {
        quarantine.write(organisation, record, AFTER_ITS_FACT, RELEASED);
    }

    public Summary summary(Organisation organisation) {
        Map<String, Integer> places = people.counts(organisation);
        int with = places.getOrDefault(Place.WITH_MANAGER.name(), 0);
        int without = places.getOrDefault(Place.WITHOUT_MANAGER.name(), 0);
        return new Summary(
                with + without,
                places.getOrDefault(Place.LEFT.name(), 0),
                with,
                without,
                quarantine.counts(organisation).getOrDefault(OPEN, 0));
    }

    /** Ids of everybody known, also of those who left. */
    public List<String> everybody(Organisation organisation, String after, int most) {
        List<String> all = List.of(Place.WITH_MANAGER.name(), Place.WITHOUT_MANAGER.name(), Place.LEFT.name());
        return people.ids(organisation, all, after, most);
    }

    /** Ids of the employed who have no manager. */
    public List<String> withoutManager(Organisation organisation, String after, int most) {
        return people.ids(organisation, List.of(Place.WITHOUT_MANAGER.name()), after, most);
    }

    /** As what these people count; who does not count yet is left out. */
    public Map<String, Place> places(Organisation organisation, List<String> ids) {
        return people.values(organisation, ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Place.valueOf(entry.getValue())));
    }

    /** Ids of what is in quarantine. */
    public List<String> inQuarantine(Organisation organisation, String after, int most) {
        return quarantine.ids(organisation, List.of(OPEN), after, most);
    }

    private static Place place(PersonJoined joined) {
        return joined.manager() == null ? Place.WITHOUT_MANAGER : Place.WITH_MANAGER;
    }

    private void write(EventMeta event, String person, Place place) {
        people.write(event.organisation(), person, event.sequence(), place.name());
    }
}
