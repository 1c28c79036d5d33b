package nl.klimrek.conversations.planning.proposal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klimrek.contracts.conversations.BusyTimesGiven;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.overview.OverviewEntry;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.SlotPlan;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans again what a change of a calendar broke: only slots that the planner proposed and nobody accepted yet. It
 * moves as few others as possible. What fits nowhere returns to its window. A replayed event changes nothing.
 */
@Component
class Replanner implements EventSubscriber {

    private static final Set<PersonField> TIME = Set.of(
            PersonField.ABSENCE,
            PersonField.WORKING_DAYS,
            PersonField.TIME_ZONE,
            PersonField.END_DATE,
            PersonField.START_DATE);

    private final TimetableFactory planners;
    private final OverviewProjection agendas;
    private final DiaryService diaries;
    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;

    Replanner(
            TimetableFactory planners,
            OverviewProjection agendas,
            DiaryService diaries,
            AggregateStore<Conversation> conversations,
            CurrentRoster roster) {
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
        Map<String, OverviewEntry> entries = new HashMap<>();
        open(organisation, managers).forEach(entry -> entries.putIfAbsent(entry.conversation(), entry));
        Map<String, Slot> given = new HashMap<>();
        diaries.of(organisation, managers)
                .values()
                .forEach(diary -> diary.forEach((key, hour) -> given.put(key, hour.slot())));
        // Employees of those managers may have talks with others, which must be known so that none overlaps.
        Set<String> people = TimetableFactory.peopleOf(talks(entries.values(), given));
        open(organisation, people).forEach(entry -> entries.putIfAbsent(entry.conversation(), entry));
        Map<String, PersonProfile> known = new HashMap<>();
        TimetableFactory.peopleOf(talks(entries.values(), given))
                .forEach(one -> roster.employed(organisation, one).ifPresent(facts -> known.put(one, facts)));
        SlotPlan plan = planners.again(organisation, known, talks(entries.values(), given))
                .plan();
        Map<String, Slot> slots = PlannerSlots.fromPlanner(plan);
        for (String moved : new TreeSet<>(plan.moved())) {
            move(organisation, Objects.requireNonNull(entries.get(moved)), slots.get(moved), event);
        }
    }

    /** Only what the planner gave and nobody agreed to may move. */
    private static List<ConversationToPlan> talks(Collection<OverviewEntry> entries, Map<String, Slot> given) {
        Map<String, ConversationToPlan> talks = new TreeMap<>();
        entries.forEach(entry -> talks.put(
                entry.conversation(),
                TimetableFactory.talk(
                        entry,
                        entry.status() == ConversationStatus.ACCEPTED
                                || !entry.requireSlot().equals(given.get(entry.conversation())))));
        return List.copyOf(talks.values());
    }

    /** The next hour is kept in both diaries beside the one it has, until the conversation took it. */
    private void move(Organisation organisation, OverviewEntry entry, @Nullable Slot instead, EventMeta event) {
        Slot before = entry.requireSlot();
        MessageContext context = MessageContext.event(event).withoutMarker();
        Slot next = instead == null ? null : kept(organisation, entry, instead, context);
        Conversation moved = conversations
                .handle(
                        Key.of(organisation, entry.conversation()),
                        context,
                        found -> found.filter(now -> now.status() == ConversationStatus.INVITED
                                        && now.appointment()
                                                .requireProposal()
                                                .slot()
                                                .equals(before))
                                .map(now -> next != null
                                        ? SchedulingSteps.reschedule(
                                                now, new Proposal(next, Side.COUNTERPART), roster.now())
                                        : SchedulingSteps.withdrawSlot(
                                                now, Side.COUNTERPART, roster.today(organisation, entry.employee())))
                                .orElseGet(Decision::unchanged))
                .state();
        diaries.settle(organisation, moved, roster.now(), true, context);
    }

    /** The hour that both keep; one from a try that was killed is as good. Null when one of the two gave it away. */
    private @Nullable Slot kept(Organisation organisation, OverviewEntry entry, Slot instead, MessageContext context) {
        String key = Diary.next(entry.conversation());
        Slot there = diaries.kept(organisation, key, entry.employee(), entry.counterpart());
        Slot next = there == null || there.start().isBefore(roster.now()) ? instead : there;
        SlotRequest wish = new SlotRequest(key, entry.employee(), entry.counterpart(), next);
        return diaries.give(organisation, List.of(wish), null, context).isEmpty() ? null : next;
    }

    private List<OverviewEntry> open(Organisation organisation, Set<String> people) {
        return agendas.openOfAll(organisation, people).stream()
                .filter(entry -> TimetableFactory.takesTime(entry)
                        && entry.requireSlot().start().isAfter(roster.now()))
                .toList();
    }
}
