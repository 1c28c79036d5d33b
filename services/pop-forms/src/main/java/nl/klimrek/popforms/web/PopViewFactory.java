package nl.klimrek.popforms.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.klimrek.popforms.advice.GoalAdvisor;
import nl.klimrek.popforms.advice.LearningMix;
import nl.klimrek.popforms.advice.SidewaysOption;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.plan.PlanRhythm;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.servicekit.people.AccessRight;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Builds the view of a plan that its reader may see. */
@Component
class PopViewFactory {

    private final GoalViewMapper views;
    private final MessageSource texts;

    PopViewFactory(GoalViewMapper views, MessageSource texts) {
        this.views = views;
        this.texts = texts;
    }

    /** The view for the owner: everything, and advice. */
    PopView own(Pop pop, LocalDate today, Locale reader) {
        return withWords(pop, pop.goals(), AccessRight.SELF, advice(pop.goals(), today, reader));
    }

    /** The view for the current manager. */
    PopView shared(Pop pop) {
        return withWords(pop, sharedGoals(pop), AccessRight.MANAGER, null);
    }

    /** The view for HR. */
    PopView coded(Pop pop) {
        List<Goal> goals = sharedGoals(pop);
        return new PopView.InCodes(
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

    private PopView withWords(Pop pop, List<Goal> goals, AccessRight seenAs, @Nullable AdviceView advice) {
        int hidden = (int) pop.goals().stream().filter(Goal::keptPrivate).count();
        return new PopView.WithWords(
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
                PlanRhythm.weeks(pop),
                advice);
    }

    private AdviceView advice(List<Goal> goals, LocalDate today, Locale reader) {
        return new AdviceView(
                GoalAdvisor.of(goals, today).stream()
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
