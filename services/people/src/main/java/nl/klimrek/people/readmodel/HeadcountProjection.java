package nl.klimrek.people.readmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.klimrek.contracts.people.HrRecordQuarantined;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext.Marker;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.lane.PreprocessedEvents;
import nl.klimrek.eventing.marker.LateEventObserver;
import org.jspecify.annotations.Nullable;

/**
 * Counts and lists who is employed, who left, who has a manager, and what is in quarantine, from this service's own
 * events.
 */
public final class HeadcountProjection {

    /** How a person is counted. */
    public enum Place {
        WITH_MANAGER,
        WITHOUT_MANAGER,
        LEFT
    }

    private static final String OPEN = "OPEN";
    private static final String RELEASED = "RELEASED";
    /** A quarantined record publishes one event; its release comes after it. */
    private static final long AFTER_ITS_FACT = 2;

    private final MemberIndex people;
    private final MemberIndex quarantine;
    private final LateEventObserver lateEvents;
    private final PreprocessedEvents done = new PreprocessedEvents();

    /** @param lateEvents is told of events that later ones overtook; each event has the whole state, so the later one counts */
    public HeadcountProjection(MemberIndex people, MemberIndex quarantine, LateEventObserver lateEvents) {
        this.people = people;
        this.quarantine = quarantine;
        this.lateEvents = lateEvents;
    }

    /**
     * The headcount of an organisation.
     *
     * @param employed people on the roster
     * @param left people who left
     * @param withManager employed people with a manager
     * @param withoutManager employed people without one
     * @param quarantined records in quarantine
     */
    public record Summary(int employed, int left, int withManager, int withoutManager, int quarantined) {}

    /** Counts all who joined in a poll at once. Each entry remembers its event, so their order does not matter. */
    public void ahead(List<ReceivedEvent> events) {
        done.clear();
        List<ReceivedEvent> joined = events.stream()
                .filter(event ->
                        event.data().filter(PersonJoined.class::isInstance).isPresent())
                .toList();
        Map<MemberIndex.Row, EventMeta> rows = new LinkedHashMap<>();
        joined.forEach(event -> {
            PersonJoined fact = (PersonJoined) event.data().orElseThrow();
            rows.put(MemberIndex.Row.of(event.meta(), fact.person(), place(fact).name()), event.meta());
        });
        people.writeAll(List.copyOf(rows.keySet())).forEach(row -> overtaken(Objects.requireNonNull(rows.get(row))));
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

    /** Counts a record as no longer quarantined. */
    public void released(Organisation organisation, String record) {
        quarantine.write(organisation, record, AFTER_ITS_FACT, RELEASED);
    }

    public Summary summary(Organisation organisation) {
        int with = people.count(organisation, Place.WITH_MANAGER.name());
        int without = people.count(organisation, Place.WITHOUT_MANAGER.name());
        return new Summary(
                with + without,
                people.count(organisation, Place.LEFT.name()),
                with,
                without,
                quarantine.count(organisation, OPEN));
    }

    /** Ids of all people, including leavers. */
    public List<String> allPeople(Organisation organisation, @Nullable String after, int most) {
        List<String> all = List.of(Place.WITH_MANAGER.name(), Place.WITHOUT_MANAGER.name(), Place.LEFT.name());
        return people.ids(organisation, all, after, most);
    }

    /** Ids of employed people without a manager. */
    public List<String> withoutManager(Organisation organisation, @Nullable String after, int most) {
        return people.ids(organisation, List.of(Place.WITHOUT_MANAGER.name()), after, most);
    }

    /** How these people are counted; people who are not counted yet are left out. */
    public Map<String, Place> statuses(Organisation organisation, List<String> ids) {
        return people.values(organisation, ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Place.valueOf(entry.getValue())));
    }

    /** Ids of the quarantined records. */
    public List<String> inQuarantine(Organisation organisation, @Nullable String after, int most) {
        return quarantine.ids(organisation, List.of(OPEN), after, most);
    }

    private static Place place(PersonJoined joined) {
        return joined.manager() == null ? Place.WITHOUT_MANAGER : Place.WITH_MANAGER;
    }

    private void write(EventMeta event, String person, Place place) {
        if (people.write(MemberIndex.Row.of(event, person, place.name()))) {
            overtaken(event);
        }
    }

    private void overtaken(EventMeta event) {
        if (!event.replayed()) {
            lateEvents.overtaken(
                    MemberIndexFactory.ROWS,
                    new Marker.Event(
                            event.stream(),
                            event.sequence(),
                            event.epoch(),
                            event.position(),
                            false,
                            LateEventPolicy.IGNORE),
                    LateEventPolicy.IGNORE);
        }
    }
}
