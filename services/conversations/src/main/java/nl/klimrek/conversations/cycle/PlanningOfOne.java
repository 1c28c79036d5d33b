package nl.klimrek.conversations.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Plan;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.Window;
import nl.klimrek.conversations.planning.DueTalk;
import nl.klimrek.conversations.rhythm.Claim;
import nl.klimrek.conversations.rhythm.Rhythm;
import nl.klimrek.conversations.rhythm.Rhythms;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.conversations.succession.Succession;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Plans what a policy asks for one employee; each conversation is a command of its own, and meets itself when repeated.
 * Its days are claimed first, so that no two cycles give somebody two of a type at once.
 */
@Component
class PlanningOfOne {

    private final AggregateStore<Conversation> conversations;
    private final Rhythms rhythms;

    PlanningOfOne(AggregateStore<Conversation> conversations, Rhythms rhythms) {
        this.conversations = conversations;
        this.rhythms = rhythms;
    }

    /**
     * @param manager whether the employee's manager is employed
     * @param dry whether only to say what would be planned
     * @param slotless takes each conversation that needs a slot
     */
    PlanningResult plan(
            Organisation organisation,
            Cycle cycle,
            Planning run,
            PersonProfile person,
            boolean manager,
            boolean dry,
            Consumer<DueTalk> slotless) {
        if (!manager) {
            return PlanningResult.withoutManager(person.person());
        }
        Member member = Member.of(person);
        LocalDate today = Roster.dayOf(person, run.startedAt());
        List<Due> asked = cycle.dueFor(member, today);
        Rhythm rhythm = claim(organisation, member, asked, today, dry);
        return asked.stream()
                .map(due -> {
                    if (due instanceof Due.Wanted wanted) {
                        return rhythm.has(wanted.conversation())
                                ? plan(organisation, cycle, run, member, wanted, today, dry, slotless)
                                : PlanningResult.skipped(Due.Why.OTHER_IN_WINDOW);
                    }
                    return PlanningResult.skipped(((Due.NotNow) due).why());
                })
                .reduce(PlanningResult.NOTHING, PlanningResult::plus);
    }

    private Rhythm claim(Organisation organisation, Member member, List<Due> asked, LocalDate today, boolean dry) {
        List<Claim> wanted = asked.stream()
                .filter(Due.Wanted.class::isInstance)
                .map(Due.Wanted.class::cast)
                .map(due -> Claim.of(due.conversation(), due.rule().type(), due.window()))
                .toList();
        return dry
                ? rhythms.asIfClaimed(organisation, member.person(), wanted, today)
                : rhythms.claim(organisation, member.person(), wanted, today);
    }

    private PlanningResult plan(
            Organisation organisation,
            Cycle cycle,
            Planning run,
            Member member,
            Due.Wanted wanted,
            LocalDate today,
            boolean dry,
            Consumer<DueTalk> slotless) {
        String id = wanted.conversation();
        Versioned<Conversation> there =
                conversations.find(Key.of(organisation, id)).orElse(null);
        while (there != null
                && Succession.lostItsManager(there.state())
                && !there.state().participants().counterpart().equals(member.manager())) {
            id = ConversationIds.successor(id);
            there = conversations.find(Key.of(organisation, id)).orElse(null);
        }
        if (there == null || there.state().status() == ConversationStatus.PLANNED) {
            Window window = there == null
                    ? wanted.window()
                    : there.state().appointment().window();
            String manager = there == null
                    ? member.manager()
                    : there.state().participants().counterpart();
            slotless.accept(DueTalk.open(
                    id,
                    member.person(),
                    manager,
                    window.from(),
                    window.until(),
                    cycle.policy().slotMinutes()));
        }
        if (there != null) {
            return !run.run().equals(there.state().plan().run())
                    ? PlanningResult.skipped(Due.Why.ALREADY_PLANNED)
                    : there.state().appointment().proposal() == null
                            ? PlanningResult.planned(1)
                            : PlanningResult.invited();
        }
        if (!dry) {
            Plan plan = planOf(id, wanted.rule(), cycle, run);
            Participants two = Participants.of(member.person(), member.manager(), Relation.LINE);
            conversations.handle(
                    Key.of(organisation, id),
                    run.cause(),
                    found -> found.isPresent()
                            ? Decision.unchanged()
                            : Conversation.planned(plan, two, wanted.window(), today));
        }
        return PlanningResult.planned(1);
    }

    /** A conversation is prepared as the policy said when it was planned, whatever is published later. */
    private static Plan planOf(String id, CadenceRule rule, Cycle cycle, Planning run) {
        return new Plan(
                id,
                rule.type(),
                ConversationReason.CADENCE,
                cycle.id(),
                run.run(),
                templateOf(rule),
                rule.preparationDays() == null ? null : java.time.Period.ofDays(rule.preparationDays()));
    }

    /** The template a rule names, with its version; null for the usual one. */
    static String templateOf(CadenceRule rule) {
        return rule.template() == null ? null : rule.template() + "@" + rule.templateVersion();
    }
}
