package nl.klimrek.conversations.planning.proposal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.planning.availability.OverloadProjection;
import nl.klimrek.conversations.planning.availability.PersonCalendarReader;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.planner.ManagerLoad;
import nl.klimrek.planner.Timetable;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.NoSlotReason;
import nl.klimrek.planner.task.Overload;
import nl.klimrek.planner.task.SlotPlan;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Slots for a cycle. A slot is written in the diaries of both participants before anybody is invited. So a launch that
 * is killed, repeated or run twice gives each hour once and invites each conversation once.
 */
@Component
public class ProposalService {

    private static final int BATCH_SIZE = 500;
    private static final int MAX_DELEGATES = 3;
    private static final int MAX_ROUNDS = 12;

    private final TimetableFactory planners;
    private final PersonCalendarReader calendars;
    private final DiaryService diaries;
    private final AggregateStore<Conversation> conversations;
    private final OverloadProjection overloads;
    private final CurrentRoster roster;

    ProposalService(
            TimetableFactory planners,
            PersonCalendarReader calendars,
            DiaryService diaries,
            AggregateStore<Conversation> conversations,
            OverloadProjection overloads,
            CurrentRoster roster) {
        this.planners = planners;
        this.calendars = calendars;
        this.diaries = diaries;
        this.conversations = conversations;
        this.overloads = overloads;
        this.roster = roster;
    }

    /** What a launch would come to; writes nothing. */
    public PlanPreview preview(PlanningLaunch launch) {
        Timetable timetable =
                planners.plan(launch, diaries.of(launch.organisation(), TimetableFactory.peopleOf(launch.talks())));
        ManagerLoad load = timetable.load();
        SlotPlan plan = timetable.plan();
        Map<String, Slot> slots = PlannerSlots.fromPlanner(plan);
        return PlanPreview.of(
                launch.talks().stream()
                        .filter(talk -> slots.containsKey(talk.conversation()))
                        .map(talk ->
                                new PlanPreview.Fitting(talk, Objects.requireNonNull(slots.get(talk.conversation()))))
                        .toList(),
                launch.talks().stream()
                        .filter(talk -> plan.without().containsKey(talk.conversation()))
                        .map(talk -> new PlanPreview.Unplanned(
                                talk, Objects.requireNonNull(plan.without().get(talk.conversation()))))
                        .toList(),
                load.managers().stream()
                        .flatMap(manager -> load.weeks(manager).stream())
                        .toList(),
                load.overloads().stream()
                        .map(found -> new PlanPreview.Shortage(found, delegates(launch, load, found)))
                        .toList());
    }

    /** Gives slots and writes them down; nobody is invited yet. */
    public Given give(PlanningLaunch launch, MessageContext context) {
        Written written = write(launch, context);
        state(launch, written.timetable().load(), context);
        return new Given(written.slots(), without(launch, written.timetable().plan(), written.slots()));
    }

    /** Proposes a slot for one conversation outside a cycle; nothing happens where none fits. */
    public void propose(Organisation organisation, ConversationToPlan talk, int leadDays, MessageContext context) {
        List<PersonProfile> employed = TimetableFactory.peopleOf(List.of(talk)).stream()
                .flatMap(person -> roster.employed(organisation, person).stream())
                .toList();
        PlanningLaunch launch =
                PlanningLaunch.of(organisation, talk.conversation(), leadDays, Set.of(), employed, List.of(talk));
        write(launch, context)
                .slots()
                .forEach((conversation, slot) -> invite(organisation, conversation, slot, context));
    }

    /** Slots in both diaries, and the timetable that was made last. */
    private record Written(Map<String, Slot> slots, Timetable timetable) {}

    /**
     * Writes slots in the diaries. What somebody else gave away in the meantime is planned again, a few times; of those who
     * are in each other's way at least one gets further each time.
     */
    private Written write(PlanningLaunch launch, MessageContext context) {
        Map<String, Slot> written = new HashMap<>();
        for (int round = 1; ; round++) {
            Map<String, Map<String, DiaryHour>> read =
                    diaries.of(launch.organisation(), TimetableFactory.peopleOf(launch.talks()));
            Timetable timetable = planners.plan(launch, read);
            SlotPlan plan = timetable.plan();
            Map<String, Slot> slots = PlannerSlots.fromPlanner(plan);
            List<SlotRequest> wishes = launch.talks().stream()
                    .filter(talk -> talk.manager() != null && slots.containsKey(talk.conversation()))
                    .filter(talk -> !written.containsKey(talk.conversation()))
                    .map(talk -> new SlotRequest(
                            talk.conversation(),
                            talk.employee(),
                            Objects.requireNonNull(talk.manager()),
                            slots.get(talk.conversation())))
                    .toList();
            Set<String> given = diaries.give(launch.organisation(), wishes, read, context);
            wishes.stream()
                    .filter(wish -> given.contains(wish.key()))
                    .forEach(wish -> written.put(wish.key(), wish.slot()));
            if (given.size() == wishes.size() || round == MAX_ROUNDS) {
                return new Written(written, timetable);
            }
        }
    }

    /** Proposes a slot for the counterpart, where none is on the table and the time is still to come. */
    public void invite(Organisation organisation, String conversation, Slot slot, MessageContext context) {
        conversations.handle(
                Key.of(organisation, conversation),
                context,
                found -> found.filter(now -> now.status() == ConversationStatus.PLANNED
                                && !slot.start().isBefore(roster.now()))
                        .map(now -> SchedulingSteps.invite(
                                now,
                                new Proposal(slot, Side.COUNTERPART),
                                roster.now(),
                                roster.today(organisation, now.participants().employee())))
                        .orElseGet(Decision::unchanged));
    }

    /**
     * What was given.
     *
     * @param slots slot by conversation
     * @param without how many have none, by reason
     */
    public record Given(Map<String, Slot> slots, Map<NoSlotReason, Integer> without) {}

    /** Counts conversations without a slot; one whose slot could not be written down counts as busy. */
    private static Map<NoSlotReason, Integer> without(PlanningLaunch launch, SlotPlan plan, Map<String, Slot> written) {
        Map<NoSlotReason, Integer> without = new TreeMap<>();
        launch.talks().stream()
                .filter(talk -> !written.containsKey(talk.conversation()))
                .forEach(talk -> without.merge(
                        plan.without().getOrDefault(talk.conversation(), NoSlotReason.BUSY), 1, Integer::sum));
        return without;
    }

    /** A manager who had too little time before and has enough now is told so as well. */
    private void state(PlanningLaunch launch, ManagerLoad load, MessageContext context) {
        Map<String, Overload> found =
                load.overloads().stream().collect(Collectors.toMap(Overload::manager, one -> one));
        List<String> managers = List.copyOf(managersOf(launch));
        for (int from = 0; from < managers.size(); from += BATCH_SIZE) {
            overloads
                    .known(
                            launch.organisation(),
                            launch.cycle(),
                            managers.subList(from, Math.min(managers.size(), from + BATCH_SIZE)))
                    .forEach(manager -> found.putIfAbsent(manager, new Overload(manager, 0, 0, null, null)));
        }
        found.values()
                .forEach(one -> overloads.found(
                        launch.organisation(),
                        launch.cycle(),
                        one,
                        one.conversations() == 0 ? List.of() : delegates(launch, load, one),
                        context));
    }

    /** Those HR named, then those of the manager's own team who manage people, with the most room first; only a suggestion. */
    private List<String> delegates(PlanningLaunch launch, ManagerLoad load, Overload overload) {
        LocalDate from = Objects.requireNonNull(overload.from(), "an overload has days");
        LocalDate until = Objects.requireNonNull(overload.until(), "an overload has days");
        PersonProfile manager = launch.people().get(overload.manager());
        Set<String> managing = managersOf(launch);
        Stream<String> named = calendars.delegates(launch.organisation(), overload.manager()).stream()
                .filter(other -> roster.employed(launch.organisation(), other).isPresent());
        Stream<String> team = manager == null || manager.team() == null
                ? Stream.empty()
                : managing.stream()
                        .filter(other -> launch.people().containsKey(other)
                                && manager.team()
                                        .equals(launch.people().get(other).team()))
                        .sorted(Comparator.comparing((String other) -> -load.roomOf(other, from, until))
                                .thenComparing(other -> other));
        return Stream.concat(named, team)
                .distinct()
                .filter(other -> !other.equals(overload.manager()))
                .filter(other -> !managing.contains(other) || load.roomOf(other, from, until) > 0)
                .limit(MAX_DELEGATES)
                .toList();
    }

    private static Set<String> managersOf(PlanningLaunch launch) {
        return launch.talks().stream()
                .map(ConversationToPlan::manager)
                .filter(manager -> manager != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
