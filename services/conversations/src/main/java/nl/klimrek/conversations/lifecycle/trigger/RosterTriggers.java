package nl.klimrek.conversations.lifecycle.trigger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.conversations.lifecycle.trigger.AwaitedDays.Day;
import nl.klimrek.conversations.lifecycle.trigger.AwaitedDays.Kind;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans conversations for changes of the roster. */
@Component
public class RosterTriggers {

    private final TriggerPlanner triggers;
    private final AwaitedDayService awaiting;
    private final PeopleProjection people;
    private final CurrentRoster roster;
    private final TriggerSettings settings;

    RosterTriggers(
            TriggerPlanner triggers,
            AwaitedDayService awaiting,
            PeopleProjection people,
            CurrentRoster roster,
            TriggerSettings settings) {
        this.triggers = triggers;
        this.awaiting = awaiting;
        this.people = people;
        this.roster = roster;
        this.settings = settings;
    }

    /** What has to hear a change before this service takes it in. */
    public EventHandlers registerBefore(EventHandlers handlers) {
        return handlers.on(PersonChanged.class, this::changing);
    }

    /** What has to hear it afterwards, when it is known with whom to talk. */
    public EventHandlers registerAfter(EventHandlers handlers) {
        handlers.on(PersonJoined.class, this::joined)
                .on(PersonChanged.class, this::changed)
                .on(PersonLeft.class, this::left);
        return roster.onManagerHeard(handlers, this::managerHeard);
    }

    /**
     * Only before a change is taken in is it known who was the manager until now: having another one
     * asks for getting to know each other, a first one is none that changed. A change of several things at once is one
     * occasion: the manager comes before the job, and the job before the team.
     */
    private void changing(PersonChanged change, EventMeta event) {
        String until = people.person(event.organisation(), change.person())
                .map(PersonProfile::manager)
                .orElse(null);
        boolean another = until != null && change.manager() != null && !until.equals(change.manager());
        Kind occasion = another
                ? Kind.MANAGER_CHANGED
                : change.changed().contains(PersonField.JOB)
                        ? Kind.ROLE_CHANGED
                        : change.changed().contains(PersonField.TEAM) ? Kind.TEAM_CHANGED : null;
        Day met = occasion == null ? null : new Day(occasion, event.id(), change.effectiveAt());
        awaiting.change(
                event.organisation(),
                change.person(),
                MessageContext.event(event),
                now -> now.rosterChanged(
                        met,
                        change.changed().contains(PersonField.ABSENCE),
                        back(change.absentFrom(), change.absentUntil())));
    }

    private void changed(PersonChanged change, EventMeta event) {
        awaiting.look(Key.of(event.organisation(), change.person()));
        if (change.changed().contains(PersonField.RETURNED) || change.changed().contains(PersonField.START_DATE)) {
            begun(change.person(), change.startDate(), event);
        }
    }

    /** Somebody new is talked with around certain days; those that lie behind ask for nothing. */
    private void joined(PersonJoined joined, EventMeta event) {
        awaiting.change(
                event.organisation(),
                joined.person(),
                MessageContext.event(event),
                now -> now.rosterChanged(null, true, back(joined.absentFrom(), joined.absentUntil())));
        begun(joined.person(), joined.startDate(), event);
    }

    /** What had no manager to talk with until now. */
    private void managerHeard(PersonProfile report, EventMeta event) {
        awaiting.look(Key.of(event.organisation(), report.person()));
        if (report.startDate() != null) {
            begun(report.person(), report.startDate(), event);
        }
    }

    /** Removes what was awaited with a person who left. */
    private void left(PersonLeft gone, EventMeta event) {
        awaiting.change(event.organisation(), gone.person(), MessageContext.event(event), AwaitedDays::nothing);
    }

    private void begun(String person, LocalDate start, EventMeta event) {
        settings.onboardingDays()
                .forEach(day -> triggers.plan(
                        event.organisation(),
                        person,
                        ConversationTrigger.joined(start, day),
                        MessageContext.event(event)));
    }

    private @Nullable Day back(@Nullable LocalDate absentFrom, @Nullable LocalDate absentUntil) {
        if (absentFrom == null || absentUntil == null) {
            return null;
        }
        boolean counts = ChronoUnit.DAYS.between(absentFrom, absentUntil) + 1 >= settings.absenceDays();
        return counts ? new Day(Kind.ABSENCE_ENDED, absentFrom.toString(), absentUntil.plusDays(1)) : null;
    }
}
