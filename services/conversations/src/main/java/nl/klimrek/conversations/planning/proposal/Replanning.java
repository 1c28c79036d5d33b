package nl.klimrek.conversations.planning.proposal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klimrek.contracts.conversations.BusyTimesGiven;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.conversations.Following;
import nl.klimrek.conversations.agenda.AgendaEntry;
import nl.klimrek.conversations.agenda.Agendas;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.Slot;
import nl.klimrek.conversations.planning.DueTalk;
import nl.klimrek.conversations.planning.SlotPlan;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Proposes again what a change of somebody's time broke: only slots that the planner proposed, that nobody agreed to yet and
 * that can not be kept; and moves as few others as can be. What fits nowhere returns to its window. The same fact again
 * finds everything in its place.
 */
@Component
class Replanning implements Following {

    private static final Set<PersonField> TIME = Set.of(
            PersonField.ABSENCE,
            PersonField.WORKING_DAYS,
            PersonField.TIME_ZONE,
            PersonField.END_DATE,
            PersonField.START_DATE);

    private final Planners planners;
    private final Agendas agendas;
    private final Diaries diaries;
    private final AggregateStore<Conversation> conversations;
    private final Roster roster;

    Replanning(
            Planners planners,
            Agendas agendas,
            Diaries diaries,
            AggregateStore<Conversation> conversations,
            Roster roster) {
        this.planners = planners;
        this.agendas = agendas;
        this.diaries = diaries;
        this.conversations = conversations;
        this.roster = roster;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(PersonChanged.class, (changed, event) -> {
            if (changed.changed().stream().anyMatch(TIME::contains)) {
                again(changed.person(), event);
            }
        });
        handlers.on(BusyTimesGiven.class, (given, event) -> again(given.person(), event));
    }

    private void again(String person, EventMeta event) {
        Organisation organisation = event.organisation();
        Set<String> managers = new TreeSet<>();
        open(organisation, Set.of(person)).forEach(entry -> managers.add(entry.counterpart()));
        if (managers.isEmpty()) {
            return;
        }
        Map<String, AgendaEntry> entries = new HashMap<>();
        open(organisation, managers).forEach(entry -> entries.putIfAbsent(entry.conversation(), entry));
        Map<String, Slot> given = new HashMap<>();
        diaries.of(organisation, managers)
                .values()
                .forEach(diary -> diary.forEach((key, hour) -> given.put(key, hour.slot())));
        // Employees of those managers may have talks with others, which are in nobody's way as long as they are known.
        Set<String> people = Planners.peopleOf(talks(entries.values(), given));
        open(organisation, people).forEach(entry -> entries.putIfAbsent(entry.conversation(), entry));
        Map<String, PersonProfile> known = new HashMap<>();
        Planners.peopleOf(talks(entries.values(), given))
                .forEach(one -> roster.employed(organisation, one).ifPresent(facts -> known.put(one, facts)));
        SlotPlan plan = planners.again(organisation, known, talks(entries.values(), given))
                .plan();
        for (String moved : new TreeSet<>(plan.moved())) {
            move(organisation, entries.get(moved), plan.slots().get(moved), event);
        }
    }

    /** Only what the planner gave and nobody agreed to may move. */
    private static List<DueTalk> talks(Collection<AgendaEntry> entries, Map<String, Slot> given) {
        Map<String, DueTalk> talks = new TreeMap<>();
        entries.forEach(entry -> talks.put(
                entry.conversation(),
                Planners.talk(
                        entry,
                        entry.status() == ConversationStatus.ACCEPTED
                                || !new Slot(entry.slotStart(), entry.slotEnd())
                                        .equals(given.get(entry.conversation())))));
        return List.copyOf(talks.values());
    }

    /** The next hour is kept in both diaries beside the one it has, until the conversation took it. */
    private void move(Organisation organisation, AgendaEntry entry, Slot instead, EventMeta event) {
        Slot before = new Slot(entry.slotStart(), entry.slotEnd());
        MessageContext cause = MessageContext.event(event).withoutMarker();
        Slot next = instead == null ? null : kept(organisation, entry, instead, cause);
        Conversation moved = conversations
                .handle(
                        Key.of(organisation, entry.conversation()),
                        cause,
                        found -> found.filter(now -> now.status() == ConversationStatus.INVITED
                                        && now.appointment().proposal().slot().equals(before))
                                .map(now -> next != null
                                        ? now.reschedule(Side.COUNTERPART, next, roster.now())
                                        : now.decline(
                                                Side.COUNTERPART, null, roster.today(organisation, entry.employee())))
                                .orElseGet(Decision::unchanged))
                .state();
        diaries.settle(organisation, moved, roster.now(), true, cause);
    }

    /** The hour that both keep; one from a try that was killed is as good. Null when one of the two gave it away. */
    private Slot kept(Organisation organisation, AgendaEntry entry, Slot instead, MessageContext cause) {
        String key = Diary.next(entry.conversation());
        Slot there = diaries.kept(organisation, key, entry.employee(), entry.counterpart());
        Slot next = there == null || there.start().isBefore(roster.now()) ? instead : there;
        Wish wish = new Wish(key, entry.employee(), entry.counterpart(), next);
        return diaries.give(organisation, List.of(wish), null, cause).isEmpty() ? null : next;
    }

    private List<AgendaEntry> open(Organisation organisation, Set<String> people) {
        return agendas.openOfAll(organisation, people).stream()
                .filter(entry -> Planners.takesTime(entry) && entry.slotStart().isAfter(roster.now()))
                .toList();
    }
}
