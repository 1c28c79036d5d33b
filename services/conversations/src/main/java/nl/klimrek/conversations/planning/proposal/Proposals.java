package nl.klimrek.conversations.planning.proposal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.Slot;
import nl.klimrek.conversations.planning.DueTalk;
import nl.klimrek.conversations.planning.ManagersLoad;
import nl.klimrek.conversations.planning.NoSlot;
import nl.klimrek.conversations.planning.Overload;
import nl.klimrek.conversations.planning.SlotPlan;
import nl.klimrek.conversations.planning.Timetable;
import nl.klimrek.conversations.planning.calendar.Calendars;
import nl.klimrek.conversations.planning.calendar.Overloads;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PersonFacts;
import org.springframework.stereotype.Component;

/**
 * Slots for a cycle. What was given is written in each manager's diary before anybody is invited, so a launch that was
 * killed, repeated, or run twice at once gives the same slots, and each conversation is invited once.
 */
@Component
public class Proposals {

    private static final int AT_ONCE = 500;
    private static final int MOST_DELEGATES = 3;

    private final Planners planners;
    private final Calendars calendars;
    private final AggregateStore<Diary> diaries;
    private final AggregateStore<Conversation> conversations;
    private final Overloads overloads;
    private final Roster roster;

    Proposals(Planners planners, Calendars calendars, AggregateStore<Diary> diaries, AggregateStore<Conversation> conversations,
            Overloads overloads, Roster roster) {
        this.planners = planners;
        this.calendars = calendars;
        this.diaries = diaries;
        this.conversations = conversations;
        this.overloads = overloads;
        this.roster = roster;
    }

    /** What a launch would come to; writes nothing. */
    public PlanPreview preview(Launch launch) {
        Timetable timetable = planners.plan(launch, given(launch));
        ManagersLoad load = timetable.load();
        Map<String, DueTalk> asked = launch.talks().stream().collect(Collectors.toMap(DueTalk::conversation, talk -> talk));
        SlotPlan plan = timetable.plan();
        return new PlanPreview(asked, plan.slots(), plan.without(),
                load.managers().stream().flatMap(manager -> load.weeks(manager).stream()).toList(),
                load.overloads().stream().map(found -> new PlanPreview.Short(found, delegates(launch, load, found))).toList());
    }

    /** Gives slots and writes them down; nobody is invited yet. */
    public Given give(Launch launch, Cause cause) {
        Timetable timetable = planners.plan(launch, given(launch));
        SlotPlan plan = timetable.plan();
        Map<String, Map<String, Slot>> byManager = new TreeMap<>();
        for (DueTalk talk : launch.talks()) {
            if (talk.manager() != null && plan.slots().containsKey(talk.conversation())) {
                byManager.computeIfAbsent(talk.manager(), none -> new HashMap<>())
                        .put(talk.conversation(), plan.slots().get(talk.conversation()));
            }
        }
        Map<String, Slot> written = new HashMap<>();
        byManager.forEach((manager, slots) -> {
            Map<String, Slot> now = diaries.handle(Key.of(launch.organisation(), manager), cause,
                    diary -> diary.orElse(Diary.EMPTY).give(slots, roster.now())).state().given();
            slots.keySet().stream().filter(now::containsKey).forEach(talk -> written.put(talk, now.get(talk)));
        });
        state(launch, timetable.load(), cause);
        Map<NoSlot, Integer> without = new TreeMap<>();
        launch.talks().forEach(talk -> {
            NoSlot why = plan.without().get(talk.conversation());
            if (!written.containsKey(talk.conversation()) && !plan.slots().containsKey(talk.conversation())) {
                without.merge(why, 1, Integer::sum);
            }
        });
        return new Given(written, without);
    }

    /** Proposes a slot for the counterpart, where none is on the table and the time is still to come. */
    public void invite(Organisation organisation, String conversation, Slot slot, Cause cause) {
        conversations.handle(Key.of(organisation, conversation), cause, found -> found
                .filter(now -> now.status() == ConversationStatus.PLANNED && !slot.start().isBefore(roster.now()))
                .map(now -> now.invite(Side.COUNTERPART, slot, roster.now(),
                        roster.today(organisation, now.participants().employee())))
                .orElseGet(Decision::unchanged));
    }

    /**
     * What was given.
     *
     * @param slots slot by conversation
     * @param without how many have none, by reason
     */
    public record Given(Map<String, Slot> slots, Map<NoSlot, Integer> without) {}

    private Map<String, Slot> given(Launch launch) {
        List<String> managers = List.copyOf(managersOf(launch));
        Map<String, Slot> given = new HashMap<>();
        for (int from = 0; from < managers.size(); from += AT_ONCE) {
            diaries.findAll(managers.subList(from, Math.min(managers.size(), from + AT_ONCE)).stream()
                    .map(manager -> Key.of(launch.organisation(), manager)).toList()).stream().map(Versioned::state)
                    .forEach(diary -> given.putAll(diary.given()));
        }
        given.values().removeIf(slot -> slot.start().isBefore(roster.now()));
        return given;
    }

    /** A manager who had too little time before and has enough now is told so as well. */
    private void state(Launch launch, ManagersLoad load, Cause cause) {
        Map<String, Overload> found = load.overloads().stream().collect(Collectors.toMap(Overload::manager, one -> one));
        List<String> managers = List.copyOf(managersOf(launch));
        for (int from = 0; from < managers.size(); from += AT_ONCE) {
            overloads.known(launch.organisation(), launch.cycle(), managers.subList(from, Math.min(managers.size(), from + AT_ONCE)))
                    .forEach(manager -> found.putIfAbsent(manager, new Overload(manager, 0, 0, null, null)));
        }
        found.values().forEach(one -> overloads.found(launch.organisation(), launch.cycle(), one,
                one.conversations() == 0 ? List.of() : delegates(launch, load, one), cause));
    }

    /** Those HR named, then those of the manager's own team who manage people, with the most room first; only a suggestion. */
    private List<String> delegates(Launch launch, ManagersLoad load, Overload overload) {
        PersonFacts manager = launch.people().get(overload.manager());
        Set<String> managing = managersOf(launch);
        Stream<String> named = calendars.delegates(launch.organisation(), overload.manager()).stream();
        Stream<String> team = manager == null || manager.team() == null ? Stream.empty() : managing.stream()
                .filter(other -> launch.people().containsKey(other)
                        && manager.team().equals(launch.people().get(other).team()))
                .sorted(Comparator.comparing((String other) -> -load.roomOf(other, overload.from(), overload.until()))
                        .thenComparing(other -> other));
        return Stream.concat(named, team).distinct().filter(other -> !other.equals(overload.manager()))
                .filter(other -> !managing.contains(other) || load.roomOf(other, overload.from(), overload.until()) > 0)
                .filter(launch.people()::containsKey).limit(MOST_DELEGATES).toList();
    }

    private static Set<String> managersOf(Launch launch) {
        return launch.talks().stream().map(DueTalk::manager).filter(manager -> manager != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
