package nl.klimrek.conversations.cycle.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.PlanningProgress;
import nl.klimrek.conversations.cycle.PlanningResult;
import nl.klimrek.conversations.cycle.cadence.CadencePolicy;
import nl.klimrek.conversations.cycle.cadence.DueConversation;
import nl.klimrek.conversations.cycle.cadence.EmployeeRhythm;
import nl.klimrek.conversations.cycle.cadence.PolicyMember;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.cycle.cadence.WindowClaim;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.ConversationPlan;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Plans what a policy asks for one employee. Each conversation is a command of its own with a deterministic id, so
 * planning again finds it. Its days are claimed first, so two cycles never give an employee two of a type at once.
 */
@Component
public class EmployeePlanner {

    private final AggregateStore<Conversation> conversations;
    private final RhythmService rhythms;

    EmployeePlanner(AggregateStore<Conversation> conversations, RhythmService rhythms) {
        this.conversations = conversations;
        this.rhythms = rhythms;
    }

    /**
     * Plans for an employee whose manager is employed.
     *
     * @param dry whether only to say what would be planned
     * @param slotless takes each conversation that needs a slot
     */
    PlanningResult plan(
            Organisation organisation,
            Cycle cycle,
            PlanningProgress run,
            PersonProfile person,
            boolean dry,
            Consumer<ConversationToPlan> slotless) {
        PolicyMember member = PolicyMember.of(person);
        LocalDate today = CurrentRoster.dayOf(person, run.startedAt());
        List<DueConversation> asked = due(cycle, member, today);
        EmployeeRhythm rhythm = claim(organisation, member, asked, today, dry);
        return asked.stream()
                .map(due -> {
                    if (due instanceof DueConversation.Wanted wanted) {
                        return rhythm.has(wanted.conversation())
                                ? plan(organisation, cycle, run, member, rhythm, wanted, today, dry, slotless)
                                : PlanningResult.skipped(DueConversation.Why.OTHER_IN_WINDOW);
                    }
                    return PlanningResult.skipped(((DueConversation.NotNow) due).why());
                })
                .reduce(PlanningResult.NOTHING, PlanningResult::plus);
    }

    /** What is due now, and what is due in periods whose lead time has come; a first period can be both. */
    private static List<DueConversation> due(Cycle cycle, PolicyMember member, LocalDate today) {
        return Stream.concat(cycle.dueFor(member, today).stream(), cycle.dueAhead(member, today).stream())
                .distinct()
                .toList();
    }

    private EmployeeRhythm claim(
            Organisation organisation, PolicyMember member, List<DueConversation> asked, LocalDate today, boolean dry) {
        List<WindowClaim> wanted = asked.stream()
                .filter(DueConversation.Wanted.class::isInstance)
                .map(DueConversation.Wanted.class::cast)
                .map(due -> WindowClaim.of(due.conversation(), due.rule().type(), due.window()))
                .toList();
        return dry
                ? rhythms.asIfClaimed(organisation, member.person(), wanted, today)
                : rhythms.claim(organisation, member.person(), wanted, today);
    }

    private PlanningResult plan(
            Organisation organisation,
            Cycle cycle,
            PlanningProgress run,
            PolicyMember member,
            EmployeeRhythm rhythm,
            DueConversation.Wanted wanted,
            LocalDate today,
            boolean dry,
            Consumer<ConversationToPlan> slotless) {
        String id = wanted.conversation();
        Versioned<Conversation> there =
                conversations.find(Key.of(organisation, id)).orElse(null);
        while (there != null
                && there.state().lostItsManager()
                && !there.state().participants().counterpart().equals(member.manager())) {
            id = ConversationIds.successor(id);
            there = conversations.find(Key.of(organisation, id)).orElse(null);
        }
        if (there == null
                && !id.equals(wanted.conversation())
                && rhythm.hasOtherAhead(WindowClaim.of(id, wanted.rule().type(), wanted.window()))) {
            return PlanningResult.skipped(DueConversation.Why.OTHER_IN_WINDOW);
        }
        if (there == null
                || there.state().status() == ConversationStatus.PLANNED
                        && (!run.byItself()
                                || run.run().equals(there.state().plan().run()))) {
            Window window = there == null
                    ? wanted.window()
                    : there.state().appointment().window();
            String manager = there == null
                    ? member.manager()
                    : there.state().participants().counterpart();
            slotless.accept(ConversationToPlan.open(
                    id,
                    member.person(),
                    manager,
                    window.from(),
                    window.until(),
                    cycle.policy().slotMinutes()));
        }
        if (there != null) {
            return !run.run().equals(there.state().plan().run())
                    ? PlanningResult.skipped(DueConversation.Why.ALREADY_PLANNED)
                    : there.state().appointment().proposal() == null
                            ? PlanningResult.planned(1)
                            : PlanningResult.invited();
        }
        if (!dry) {
            ConversationPlan plan = planOf(id, wanted.rule(), cycle, run);
            Participants two = Participants.of(
                    member.person(), Objects.requireNonNull(member.manager(), "has a manager"), Relation.LINE);
            conversations.handle(
                    Key.of(organisation, id),
                    run.context(),
                    found -> found.isPresent()
                            ? Decision.unchanged()
                            : Conversation.planned(plan, two, wanted.window(), today));
        }
        return PlanningResult.planned(1);
    }

    /** A conversation is prepared as the policy said when it was planned, whatever is published later. */
    private static ConversationPlan planOf(String id, CadenceRule rule, Cycle cycle, PlanningProgress run) {
        return new ConversationPlan(
                id,
                rule.type(),
                ConversationReason.CADENCE,
                cycle.id(),
                run.run(),
                CadencePolicy.templateOf(rule),
                rule.preparationDays() == null ? null : java.time.Period.ofDays(rule.preparationDays()),
                null);
    }
}
