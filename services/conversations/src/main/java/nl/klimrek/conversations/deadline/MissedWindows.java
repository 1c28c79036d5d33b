package nl.klimrek.conversations.deadline;

import java.time.LocalDate;
import java.time.ZoneOffset;

import nl.klimrek.conversations.agenda.Agendas;
import nl.klimrek.conversations.dialogue.Appointment;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.roster.Organisations;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * The clock's step. A day is swept once it is over everywhere on earth, and again as long as it was not swept to its end,
 * so that a stop in the middle leaves nothing behind.
 */
@Component
public class MissedWindows {

    /** Where a day is over last. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private final Deadlines deadlines;
    private final Organisations organisations;
    private final AggregateStore<Conversation> conversations;
    private final Roster roster;
    private final Agendas agendas;

    MissedWindows(Deadlines deadlines, Organisations organisations, AggregateStore<Conversation> conversations, Roster roster,
            Agendas agendas) {
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.conversations = conversations;
        this.roster = roster;
        this.agendas = agendas;
    }

    /** Remembers when to look at a conversation: when its window is over, and when a slot on the table is. */
    public void watch(Organisation organisation, String conversation) {
        organisations.remember(organisation);
        deadlines.begin(organisation, dayOverEverywhere());
        conversations.find(Key.of(organisation, conversation)).map(Versioned::state).map(Conversation::appointment)
                .ifPresent(appointment -> deadlines.add(organisation, deadline(appointment), conversation));
    }

    /** Looks at every day that is over and was not looked at yet. */
    public void sweep() {
        organisations.all().forEach(this::sweep);
    }

    private void sweep(Organisation organisation) {
        LocalDate over = dayOverEverywhere();
        LocalDate next = deadlines.sweptUntil(organisation).orElse(over).plusDays(1);
        for (LocalDate day = next; !day.isAfter(over); day = day.plusDays(1)) {
            deadlines.on(organisation, day).forEach(conversation -> look(organisation, conversation));
            deadlines.swept(organisation, day);
        }
    }

    private void look(Organisation organisation, String conversation) {
        Versioned<Conversation> seen = conversations.handle(Key.of(organisation, conversation), Cause.system("clock"),
                found -> found.map(now -> now.miss(roster.now(), roster.today(organisation, now.participants().employee())))
                        .orElseGet(Decision::unchanged));
        if (seen.state() != null) {
            agendas.show(organisation, seen);
        }
    }

    private LocalDate dayOverEverywhere() {
        return LocalDate.ofInstant(roster.now(), LAST).minusDays(1);
    }

    /** The day after a slot's, because a day of the slot is another one elsewhere. */
    private static LocalDate deadline(Appointment appointment) {
        LocalDate window = appointment.window().until();
        if (appointment.proposal() == null) {
            return window;
        }
        LocalDate slot = LocalDate.ofInstant(appointment.proposal().slot().start(), ZoneOffset.UTC).plusDays(1);
        return slot.isAfter(window) ? slot : window;
    }
}
