package nl.klimrek.conversations.agenda;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * The lists of people. They follow the conversations by this service's own events; showing the same version again, or an
 * older one, changes nothing. What is over moves to a list per year, so that the list a day begins with stays short.
 */
@Component
public class Agendas {

    private static final Cause FOLLOWING = Cause.system("agenda");

    private final AggregateStore<Agenda> agendas;
    private final AggregateStore<Conversation> conversations;
    private final Roster roster;

    Agendas(AggregateStore<Agenda> agendas, AggregateStore<Conversation> conversations, Roster roster) {
        this.agendas = agendas;
        this.conversations = conversations;
        this.roster = roster;
    }

    /** Shows a conversation as it is now in the lists of those whom it concerns. */
    public void show(Organisation organisation, String conversation) {
        conversations.find(Key.of(organisation, conversation)).ifPresent(found -> show(organisation, found));
    }

    /** Shows this state of a conversation in the lists of those whom it concerns. */
    public void show(Organisation organisation, Versioned<Conversation> found) {
        Conversation now = found.state();
        for (Side side : Side.values()) {
            boolean there = side == Side.EMPLOYEE || !now.participants().counterpartGone();
            show(organisation, now.participants().person(side), AgendaEntry.of(found, side), there);
        }
        if (now.participants().relation() == Relation.OUTSIDE) {
            showTime(organisation, now);
        }
    }

    /** Ids of everything a person takes part in that is not over yet, whatever the relation is now. */
    public Set<String> conversationsOf(Organisation organisation, String person) {
        return read(Key.of(organisation, person)).entries().keySet();
    }

    /** What is not over yet of one person, and of a manager only what concerns present reports. */
    public List<AgendaEntry> openOf(Organisation organisation, String person) {
        return visible(organisation, person, read(Key.of(organisation, person)).entries().values());
    }

    /** What ended of one person in a year, counted by the end of its window. */
    public List<AgendaEntry> overOf(Organisation organisation, String person, int year) {
        return visible(organisation, person, read(ofYear(organisation, person, year)).entries().values());
    }

    /** For which of the manager's present reports time is needed. */
    public Collection<TimeNeeded> timeNeededOf(Organisation organisation, String manager) {
        Map<String, TimeNeeded> times = read(Key.of(organisation, manager)).timeNeeded();
        return times.values().stream().filter(time -> roster.manages(organisation, manager, time.employee())).toList();
    }

    /** A list may still name somebody whose manager changed a moment ago; the relation decides, not the list. */
    private List<AgendaEntry> visible(Organisation organisation, String person, Collection<AgendaEntry> entries) {
        Set<String> reports = roster.reportsOf(organisation, person);
        return entries.stream()
                .filter(entry -> entry.side() == Side.EMPLOYEE || entry.relation() == Relation.OUTSIDE
                        || reports.contains(entry.employee()))
                .toList();
    }

    private void show(Organisation organisation, String person, AgendaEntry entry, boolean there) {
        Key open = Key.of(organisation, person);
        if (there && !entry.over()) {
            change(open, agenda -> agenda.with(entry));
            return;
        }
        if (there) {
            change(ofYear(organisation, person, entry.windowUntil().getYear()), agenda -> agenda.with(entry));
        }
        change(open, agenda -> agenda.without(entry.conversation()));
    }

    private void showTime(Organisation organisation, Conversation now) {
        TimeNeeded time = new TimeNeeded(now.participants().employee(),
                now.appointment().window().from(), now.appointment().window().until());
        roster.managerOf(organisation, time.employee()).filter(manager -> !manager.equals(now.participants().counterpart()))
                .ifPresent(manager -> change(Key.of(organisation, manager), agenda -> now.status().ahead()
                        ? agenda.with(now.plan().conversation(), time)
                        : agenda.withoutTime(now.plan().conversation())));
    }

    private void change(Key key, Function<Agenda, Decision<Agenda>> change) {
        agendas.handle(key, FOLLOWING, agenda -> change.apply(agenda.orElse(Agenda.EMPTY)));
    }

    private Agenda read(Key key) {
        return agendas.find(key).map(Versioned::state).orElse(Agenda.EMPTY);
    }

    private static Key ofYear(Organisation organisation, String person, int year) {
        return Key.of(organisation, person + ":" + year);
    }
}
