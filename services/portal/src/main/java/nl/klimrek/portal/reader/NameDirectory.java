package nl.klimrek.portal.reader;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.directory.TeamListed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;

/**
 * The names of the directory topic. It answers for any id: pages ask only for ids that a service gave to the reader, and that
 * service decided who may see them. A tombstone of the directory empties an entry.
 */
public final class NameDirectory implements NameLookup {
    private static final String PERSON = "person:";
    private static final String TEAM = "team:";

    private final AggregateStore<ListedPerson> people;
    private final AggregateStore<TeamName> teams;

    private final PersonErasureListener listener;

    NameDirectory(AggregateStore<ListedPerson> people, AggregateStore<TeamName> teams, PersonErasureListener listener) {
        this.people = people;
        this.teams = teams;
        this.listener = listener;
    }

    @Override
    public Optional<String> person(Organisation organisation, String person) {
        return listed(organisation, person).map(ListedPerson::fullName).filter(name -> !name.isEmpty());
    }

    @Override
    public Optional<ZoneId> zone(Organisation organisation, String person) {
        return listed(organisation, person).map(ListedPerson::timeZone).flatMap(NameDirectory::zone);
    }

    @Override
    public Optional<String> team(Organisation organisation, String team) {
        return teams.find(Key.of(organisation, code(team)))
                .map(Versioned::state)
                .map(TeamName::name)
                .filter(name -> !name.isEmpty());
    }

    EventHandlers register(EventHandlers handlers) {
        return handlers.on(PersonListed.class, this::listed)
                .on(TeamListed.class, this::listed)
                .onTombstone(Topics.DIRECTORY, this::erased);
    }

    private void listed(PersonListed listed, EventMeta event) {
        people.handle(
                Key.of(event.organisation(), code(listed.person())),
                MessageContext.event(event).withLateEventPolicy(LateEventPolicy.IGNORE),
                before -> event.replayed()
                                && before.filter(ListedPerson.ERASED::equals).isPresent()
                        ? Decision.unchanged()
                        : Decision.accept(ListedPerson.of(listed)));
    }

    private void listed(TeamListed listed, EventMeta event) {
        teams.handle(
                Key.of(event.organisation(), code(listed.team())),
                MessageContext.event(event).withLateEventPolicy(LateEventPolicy.IGNORE),
                before -> Decision.accept(new TeamName(listed.name())));
    }

    /**
     * The id of the key is a person's id, or has its kind before a colon. An unknown person gets the mark too, so that a
     * parked record that is replayed later brings nobody back.
     */
    private void erased(Key key) {
        String id = key.id().startsWith(PERSON) ? key.id().substring(PERSON.length()) : key.id();
        String team = id.startsWith(TEAM) ? id.substring(TEAM.length()) : id;
        people.handle(
                Key.of(key.organisation(), code(id)),
                MessageContext.system("directory"),
                before -> before.isPresent() || team.equals(id)
                        ? Decision.accept(ListedPerson.ERASED)
                        : Decision.unchanged());
        if (team.equals(id)) {
            listener.erased(key.organisation(), id);
        }
        teams.handle(
                Key.of(key.organisation(), code(team)),
                MessageContext.system("directory"),
                before -> before.isPresent() ? Decision.accept(new TeamName("")) : Decision.unchanged());
    }

    private Optional<ListedPerson> listed(Organisation organisation, String person) {
        return people.find(Key.of(organisation, code(person))).map(Versioned::state);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknownHere) {
            return Optional.empty();
        }
    }

    /** HR's codes may contain characters that a key cannot. */
    private static String code(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
