package nl.klimrek.popforms.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.klimrek.popforms.advice.GoalChecks;
import nl.klimrek.popforms.advice.LearningMix;
import nl.klimrek.popforms.advice.SidewaysOption;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.servicekit.people.AccessRight;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes of a plan what its reader may see of it. */
@Component
class PlanPages {

    private final GoalViews views;
    private final MessageSource texts;

    PlanPages(GoalViews views, MessageSource texts) {
        this.views = views;
        this.texts = texts;
    }

    /** For the owner: everything, and advice. */
    PlanPage own(Pop pop, LocalDate today, Locale reader) {
        return withWords(pop, pop.goals(), AccessRight.SELF, advice(pop.goals(), today, reader));
    }

    /** For the current manager. */
    PlanPage shared(Pop pop) {
        return withWords(pop, sharedGoals(pop), AccessRight.MANAGER, null);
    }

    /** For HR. */
    PlanPage coded(Pop pop) {
        List<Goal> goals = sharedGoals(pop);
        return new PlanPage.InCodes(
                pop.id(),
                pop.employee(),
                AccessRight.HR,
                pop.template(),
                pop.startedAt(),
                AgreementView.of(pop),
                goals.stream().map(views::inCodes).toList(),
                pop.goals().size() - goals.size(),
                LearningMix.of(goals));
    }

    private PlanPage withWords(Pop pop, List<Goal> goals, AccessRight seenAs, AdviceView advice) {
        int hidden = (int) pop.goals().stream().filter(Goal::keptPrivate).count();
        return new PlanPage.WithWords(
                pop.id(),
                pop.employee(),
                seenAs,
                pop.template(),
                pop.startedAt(),
                AgreementView.of(pop),
                pop.portrait(),
                goals.stream().map(views::withWords).toList(),
                hidden,
                LearningMix.of(goals),
                advice);
    }

    private AdviceView advice(List<Goal> goals, LocalDate today, Locale reader) {
        return new AdviceView(
                GoalChecks.of(goals, today).stream()
                        .map(nudge -> new AdviceView.NudgeView(
                                nudge.code(), nudge.goal(), texts.getMessage("nudge." + nudge.code(), null, reader)))
                        .toList(),
                SidewaysOption.of(goals).stream()
                        .map(option -> new AdviceView.SidewaysView(
                                option.goal(),
                                option.mode(),
                                texts.getMessage(
                                        "sideways." + (option.mode() == null ? "GOAL" : option.mode()), null, reader)))
                        .toList());
    }

    private static List<Goal> sharedGoals(Pop pop) {
        return pop.goals().stream().filter(goal -> !goal.keptPrivate()).toList();
    }
}
