package nl.klimrek.conversations.dialogue.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.coach.CoachRegister;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStep;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * The list of conversations of each person, kept up to date from this service's own events. Applying an older version
 * changes nothing.
 *
 * <p>What is over moves to a list per year, so the present list stays short. Each list is spread over several
 * documents, so a step stays cheap for people with many conversations.
 */
@Component
public class OverviewProjection {

    private static final int PARTS = 8;
    private static final int KEY_BATCH_SIZE = 1000;
    private static final MessageContext FOLLOWING = MessageContext.system("agenda");

    private final AggregateStore<Overview> agendas;
    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;
    private final CoachRegister coaches;

    public OverviewProjection(
            AggregateStore<Overview> agendas,
            AggregateStore<Conversation> conversations,
            CurrentRoster roster,
            CoachRegister coaches) {
        this.coaches = coaches;
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
        agendas.handleAll(steps(organisation, found));
    }

    /** Shows these states of conversations, whose lists are read and written together. */
    void showAll(Map<Key, Versioned<Conversation>> found) {
        agendas.handleAll(found.entrySet().stream()
                .flatMap(each -> steps(each.getKey().organisation(), each.getValue()).stream())
                .toList());
    }

    private List<AggregateStep<Overview>> steps(Organisation organisation, Versioned<Conversation> found) {
        List<AggregateStep<Overview>> steps = new ArrayList<>();
        Conversation now = found.state();
        for (Side side : Side.values()) {
            boolean there = side == Side.EMPLOYEE || !now.participants().counterpartGone();
            addEntry(organisation, now.participants().person(side), OverviewEntry.of(found, side), there, steps);
        }
        if (now.participants().relation().outsideTheLine()) {
            addTime(organisation, now, steps);
        }
        return steps;
    }

    /** Ids of everything a person takes part in that is not over yet, whatever the relation is now. */
    public Set<String> conversationsOf(Organisation organisation, String person) {
        return entries(organisation, person).map(OverviewEntry::conversation).collect(Collectors.toSet());
    }

    /** What is not over yet of one person, and of a manager only what concerns present reports. */
    public List<OverviewEntry> openOf(Organisation organisation, String person) {
        return visible(organisation, person, entries(organisation, person));
    }

    /** What is not over yet of these people, whatever the relations are now; for what the planner keeps free, not for a screen. */
    public List<OverviewEntry> openOfAll(Organisation organisation, Collection<String> people) {
        List<Key> keys = people.stream()
                .flatMap(
                        person -> IntStream.range(0, PARTS).mapToObj(part -> Key.of(organisation, person + ":" + part)))
                .toList();
        List<OverviewEntry> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEY_BATCH_SIZE) {
            agendas.findAll(keys.subList(from, Math.min(keys.size(), from + KEY_BATCH_SIZE)))
                    .forEach(part -> found.addAll(part.state().entries().values()));
        }
        return found;
    }

    /** What ended of one person in a year, counted by the end of its window. */
    public List<OverviewEntry> overOf(Organisation organisation, String person, int year) {
        return visible(organisation, person, entries(organisation, inYear(person, year)));
    }

    /** What ended of an employee's own in these years, counted by the end of its window. */
    public List<OverviewEntry> ownOverOf(Organisation organisation, String employee, int firstYear, int lastYear) {
        return parts(organisation, IntStream.rangeClosed(firstYear, lastYear).mapToObj(year -> inYear(employee, year)))
                .flatMap(agenda -> agenda.entries().values().stream())
                .filter(entry -> entry.side() == Side.EMPLOYEE)
                .toList();
    }

    /** For which of the manager's present reports time is needed. */
    public Collection<TimeNeeded> timeNeededOf(Organisation organisation, String manager) {
        return parts(organisation, Stream.of(manager))
                .flatMap(agenda -> agenda.timeNeeded().values().stream())
                .filter(time -> roster.manages(organisation, manager, time.employee()))
                .toList();
    }

    /** Leaves out what ended a moment ago: the roster and the register of coaches decide, not the list. */
    private List<OverviewEntry> visible(Organisation organisation, String person, Stream<OverviewEntry> entries) {
        Set<String> reports = roster.reportsOf(organisation, person);
        List<OverviewEntry> all = entries.toList();
        boolean coach =
                all.stream().anyMatch(entry -> entry.side() == Side.COUNTERPART && entry.relation() == Relation.COACH)
                        && coaches.has(organisation, person);
        return all.stream()
                .filter(entry -> entry.side() == Side.EMPLOYEE
                        || switch (entry.relation()) {
                            case OUTSIDE -> true;
                            case COACH -> coach;
                            // Only somebody whose account stands can ask for this list.
                            case EXTERNAL -> true;
                            case LINE -> reports.contains(entry.employee());
                        })
                .toList();
    }

    private static void addEntry(
            Organisation organisation,
            String person,
            OverviewEntry entry,
            boolean there,
            List<AggregateStep<Overview>> steps) {
        Key open = part(organisation, person, entry.conversation());
        if (there && !entry.over()) {
            steps.add(step(open, agenda -> agenda.with(entry)));
            return;
        }
        if (there) {
            String list = inYear(person, entry.windowUntil().getYear());
            steps.add(step(part(organisation, list, entry.conversation()), agenda -> agenda.with(entry)));
        }
        steps.add(step(open, agenda -> agenda.without(entry.conversation())));
    }

    private void addTime(Organisation organisation, Conversation now, List<AggregateStep<Overview>> steps) {
        TimeNeeded time = new TimeNeeded(
                now.participants().employee(),
                now.appointment().window().from(),
                now.appointment().window().until());
        String id = now.plan().conversation();
        roster.managerOf(organisation, time.employee())
                .filter(manager -> !manager.equals(now.participants().counterpart()))
                .ifPresent(manager -> steps.add(step(
                        part(organisation, manager, id),
                        agenda -> now.status().ahead() ? agenda.with(id, time) : agenda.withoutTime(id))));
    }

    private static AggregateStep<Overview> step(Key key, Function<Overview, Decision<Overview>> change) {
        return new AggregateStep<>(key, FOLLOWING, agenda -> change.apply(agenda.orElse(Overview.EMPTY)));
    }

    private Stream<OverviewEntry> entries(Organisation organisation, String list) {
        return parts(organisation, Stream.of(list)).flatMap(agenda -> agenda.entries().values().stream());
    }

    private Stream<Overview> parts(Organisation organisation, Stream<String> lists) {
        List<Key> keys = lists.flatMap(
                        list -> IntStream.range(0, PARTS).mapToObj(part -> Key.of(organisation, list + ":" + part)))
                .toList();
        return agendas.findAll(keys).stream().map(Versioned::state);
    }

    private static Key part(Organisation organisation, String list, String conversation) {
        return Key.of(organisation, list + ":" + Math.floorMod(conversation.hashCode(), PARTS));
    }

    private static String inYear(String person, int year) {
        return person + ":in-" + year;
    }
}
