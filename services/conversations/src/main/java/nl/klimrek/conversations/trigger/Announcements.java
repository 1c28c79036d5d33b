package nl.klimrek.conversations.trigger;

import java.util.List;
import nl.klimrek.conversations.roster.Roster;
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
 * Plans a conversation for everybody an announcement concerns. One that was stopped half-way is carried out again by the
 * clock and meets what it had planned.
 */
@Component
class Announcements {

    private static final int AT_ONCE = 20;

    private final AggregateStore<Announcement> announcements;
    private final Triggers triggers;
    private final PeopleProjection people;
    private final Roster roster;

    Announcements(
            AggregateStore<Announcement> announcements, Triggers triggers, PeopleProjection people, Roster roster) {
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
                        announcement.trigger(Roster.dayOf(person, announcement.announcedAt())),
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
                        .limit(AT_ONCE + 1L)
                        .count()
                <= AT_ONCE;
    }

    void sweep() {
        for (Key key : announcements.due(roster.now(), AT_ONCE)) {
            announcements
                    .find(key)
                    .map(Versioned::state)
                    .filter(found -> found.waitingSince() != null)
                    .ifPresent(found -> carryOut(key, found));
        }
    }
}
