package nl.klimrek.conversations.trigger;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Days to come that will ask for a conversation. Each is taken off the list after its conversation was planned, so that a
 * stop in between plans it again, which changes nothing.
 */
@Component
public class Awaiting {

    private static final int AT_ONCE = 500;

    private final AggregateStore<Awaited> awaited;
    private final Triggers triggers;
    private final Roster roster;

    Awaiting(AggregateStore<Awaited> awaited, Triggers triggers, Roster roster) {
        this.awaited = awaited;
        this.triggers = triggers;
        this.roster = roster;
    }

    /** What is awaited with one employee. */
    Awaited of(Organisation organisation, String employee) {
        return awaited.find(Key.of(organisation, employee))
                .map(Versioned::state)
                .orElse(Awaited.of(employee));
    }

    void change(
            Organisation organisation,
            String employee,
            MessageContext cause,
            Function<Awaited, Decision<Awaited>> change) {
        awaited.handle(
                Key.of(organisation, employee), cause, found -> change.apply(found.orElse(Awaited.of(employee))));
    }

    /** Plans what the clock has come to. */
    public void sweep() {
        List<Key> due;
        int taken;
        do {
            due = awaited.due(roster.now(), AT_ONCE);
            taken = due.stream().mapToInt(this::look).sum();
        } while (due.size() == AT_ONCE && taken > 0);
    }

    /** Plans what has come with one employee; the number of days that had. They wait for a manager who is still to be heard of. */
    int look(Key key) {
        Organisation organisation = key.organisation();
        if (roster.awaitsManager(organisation, key.id())) {
            return 0;
        }
        LocalDate today = roster.today(organisation, key.id());
        List<Awaited.Day> come = of(organisation, key.id()).come(today);
        for (Awaited.Day day : come) {
            MessageContext clock = MessageContext.system("clock");
            triggers.plan(organisation, key.id(), trigger(day, today), clock);
            change(organisation, key.id(), clock, now -> now.settled(day.kind(), day.subject()));
        }
        return come.size();
    }

    private static Trigger trigger(Awaited.Day day, LocalDate today) {
        return switch (day.kind()) {
            case AGREEMENT_OVERDUE -> Trigger.agreementOverdue(day.subject(), today);
            case CERTIFICATE_EXPIRING -> Trigger.certificateExpiring(day.subject(), today);
            case MANAGER_CHANGED -> Trigger.managerChanged(day.subject(), today);
            case ABSENCE_ENDED -> Trigger.absenceEnded(day.subject(), day.on().isBefore(today) ? today : day.on());
        };
    }
}
