package nl.klimrek.conversations.lifecycle.trigger;

import java.util.List;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Plans a conversation for everybody whom an announcement concerns. An announcement that was interrupted is carried
 * out again and finds what it had planned.
 */
@Component
class AnnouncementService {

    private static final int BATCH_SIZE = 20;

    private final AggregateStore<Announcement> announcements;
    private final TriggerPlanner triggers;
    private final PeopleProjection people;
    private final CurrentRoster roster;

    AnnouncementService(
            AggregateStore<Announcement> announcements,
            TriggerPlanner triggers,
            PeopleProjection people,
            CurrentRoster roster) {
        this.announcements = announcements;
        this.triggers = triggers;
        this.people = people;
        this.roster = roster;
    }

    /** Carries it out to its end. */
    Versioned<Announcement> carryOut(Key key, Announcement announcement) {
        Organisation organisation = key.organisation();
        List<PersonProfile> concerned = people.everyone(organisation).stream()
                .filter(announcement::concerns)
                .toList();
        MessageContext clock = MessageContext.system("announcement").withCorrelation(announcement.id());
        int planned = (int) concerned.stream()
                .filter(person -> triggers.plan(
                        organisation,
                        person.person(),
                        announcement.trigger(CurrentRoster.dayOf(person, announcement.announcedAt())),
                        clock))
                .count();
        return announcements.handle(
                key,
                clock,
                found -> found.map(now -> now.carriedOut(concerned.size(), planned))
                        .orElseGet(Decision::unchanged));
    }

    /** Whether so few are concerned that it is carried out before the answer. */
    boolean small(Organisation organisation, Announcement announcement) {
        return people.everyone(organisation).stream()
                        .filter(announcement::concerns)
                        .limit(BATCH_SIZE + 1L)
                        .count()
                <= BATCH_SIZE;
    }

    void sweep() {
        for (Key key : announcements.due(roster.now(), BATCH_SIZE)) {
            announcements
                    .find(key)
                    .map(Versioned::state)
                    .filter(found -> found.waitingSince() != null)
                    .ifPresent(found -> carryOut(key, found));
        }
    }
}
