package nl.klimrek.reminders.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.ExternalCoachId;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptReceiver;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/** Finds the people whom a rule means, from an event. A value that this version does not know means nobody. */
@Component
class ReceiverLookup {

    private final PeopleProjection people;
    private final AggregateStore<CounterpartLeft> leavers;

    ReceiverLookup(PeopleProjection people, AggregateStore<CounterpartLeft> leavers) {
        this.people = people;
        this.leavers = leavers;
    }

    /**
     * Person ids, except of the two kinds that the rules track themselves. External coaches are told by the conversations service,
     * which alone knows them.
     */
    List<String> find(PromptReceiver whom, EventFields event, EventMeta meta) {
        return found(whom, event, meta).stream()
                .filter(person -> !ExternalCoachId.matches(person))
                .toList();
    }

    private List<String> found(PromptReceiver whom, EventFields event, EventMeta meta) {
        return switch (whom) {
            case EMPLOYEE -> only(event.text("employee"));
            case COUNTERPART -> only(event.text("counterpart"));
            case BOTH -> both(event);
            case SIDE -> only(event.side().flatMap(side -> person(side, event)));
            case OTHER_SIDE -> only(event.side().flatMap(side -> person(other(side), event)));
            case OTHERS ->
                both(event).stream()
                        .filter(person -> !person.equals(meta.actor()))
                        .toList();
            case ACTOR -> List.of(meta.actor());
            case COLLEAGUE -> only(event.text("colleague"));
            case NAMED_MANAGER -> only(event.text("manager"));
            case FACILITATOR -> only(event.text("facilitator"));
            case COACH -> only(event.text("coach"));
            case PROPOSER -> only(event.text("proposer"));
            case KEEPER -> only(event.text("keeper"));
            case TO -> only(event.text("to"));
            case TEAM -> team(event, meta);
            case MANAGER, ASKED -> List.of();
        };
    }

    /** The other side of the conversation; empty when the event has no two sides. */
    Optional<String> otherSide(String person, EventFields event) {
        List<String> both = both(event);
        return both.size() == 2
                ? both.stream().filter(side -> !side.equals(person)).findFirst()
                : Optional.empty();
    }

    /** Whether this counterpart left the line after the conversation. */
    boolean hasParted(String person, String conversation, EventMeta meta) {
        return leavers.find(Key.of(meta.organisation(), conversation))
                .map(Versioned::state)
                .filter(left -> left.counterpart().equals(person))
                .isPresent();
    }

    private List<String> team(EventFields event, EventMeta meta) {
        return event.text("team").stream()
                .flatMap(team -> people.teamOf(meta.organisation(), team).stream())
                .map(PersonProfile::person)
                .filter(person -> !person.equals(meta.actor()))
                .toList();
    }

    private static List<String> both(EventFields event) {
        return Stream.of(event.text("employee"), event.text("counterpart"))
                .map(side -> side.orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Optional<String> person(Side side, EventFields event) {
        return event.text(side == Side.EMPLOYEE ? "employee" : "counterpart");
    }

    private static Side other(Side side) {
        return side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE;
    }

    private static List<String> only(Optional<String> person) {
        return person.map(List::of).orElse(List.of());
    }
}
