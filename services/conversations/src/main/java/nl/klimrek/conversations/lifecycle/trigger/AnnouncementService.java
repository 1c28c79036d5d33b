package nl.klimrek.conversations.lifecycle.trigger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.walk.RosterWalker;
import nl.klimrek.conversations.walk.Walk;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/** Plans a conversation for every employee whom an announcement concerns, in parts that all instances share. */
@Component
class AnnouncementService {

    private static final int FEW = 20;

    private final AggregateStore<Announcement> announcements;
    private final TriggerPlanner triggers;
    private final PeopleProjection people;
    private final RosterWalker walker;

    AnnouncementService(
            AggregateStore<Announcement> announcements,
            TriggerPlanner triggers,
            PeopleProjection people,
            RosterWalker walker) {
        this.announcements = announcements;
        this.triggers = triggers;
        this.people = people;
        this.walker = walker;
    }

    /**
     * How many people an announcement concerned.
     *
     * @param planned for how many of them there is a conversation
     */
    record Reach(int people, int planned) {

        Reach plus(Reach other) {
            return new Reach(people + other.people, planned + other.planned);
        }
    }

    /** Carries the announcement out, as far as no other instance is at it. */
    void carryOut(Key key) {
        announcements
                .find(key)
                .map(Versioned::state)
                .filter(found -> found.waitingSince() != null)
                .ifPresent(found -> walker.work(walk(key, found)).ifPresent(sum -> finish(key, found, sum.result())));
    }

    /** Carries the announcement out if it concerns few people, so that the answer can say how many. */
    Optional<Versioned<Announcement>> carryOutIfFew(Key key, Announcement announcement) {
        return candidates(key.organisation(), announcement)
                .map(some -> some.stream().filter(announcement::concerns).toList())
                .filter(concerned -> concerned.size() <= FEW)
                .map(concerned -> finish(key, announcement, work(key, announcement, concerned)));
    }

    /** People among whom all concerned are; empty if they are too many to be read for an answer. */
    private Optional<List<PersonProfile>> candidates(Organisation organisation, Announcement announcement) {
        return switch (announcement.scope()) {
            case TEAM -> Optional.of(people.teamOf(organisation, Objects.requireNonNull(announcement.target())));
            case PERSON ->
                Optional.of(people.employed(organisation, List.of(Objects.requireNonNull(announcement.target()))));
            case ORGANISATION, JOB_FAMILY -> people.everyoneUpTo(organisation, Walk.SMALL);
        };
    }

    private Walk<Reach> walk(Key key, Announcement announcement) {
        return new Walk<>(
                "announcement " + key.id(),
                key.organisation(),
                people.count(key.organisation()) > Walk.SMALL,
                Reach.class,
                new Reach(0, 0),
                Reach::plus,
                page -> work(
                        key,
                        announcement,
                        page.stream().filter(announcement::concerns).toList()));
    }

    private Reach work(Key key, Announcement announcement, List<PersonProfile> concerned) {
        int planned = (int) concerned.stream()
                .filter(person -> triggers.plan(
                        key.organisation(),
                        person.person(),
                        announcement.trigger(CurrentRoster.dayOf(person, announcement.announcedAt())),
                        context(announcement)))
                .count();
        return new Reach(concerned.size(), planned);
    }

    private Versioned<Announcement> finish(Key key, Announcement announcement, Reach reach) {
        return announcements.handle(
                key,
                context(announcement),
                found -> found.map(now -> now.carriedOut(reach.people(), reach.planned()))
                        .orElseGet(Decision::unchanged));
    }

    private static MessageContext context(Announcement announcement) {
        return MessageContext.system("announcement").withCorrelation(announcement.id());
    }
}
