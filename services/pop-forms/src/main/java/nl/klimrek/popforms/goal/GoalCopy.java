package nl.klimrek.popforms.goal;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.Evidence;
import nl.klimrek.popforms.learning.Milestone;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/** A copy of a goal in which some parts differ. */
final class GoalCopy {

    private final String id;
    private boolean keptPrivate;
    private GoalState state;
    private GoalAim aim;
    private CommittedText<GoalText> text;
    private List<GoalEvaluation> evaluations;
    private List<Activity> activities;
    private List<Evidence> evidence;
    private @Nullable Stall stall;
    private @Nullable CommittedText<NoteText> dropped;
    private @Nullable LocalDate achievedOn;
    private List<Milestone> milestones;
    private @Nullable LocalDate movedOn;

    GoalCopy(Goal goal) {
        id = goal.id();
        keptPrivate = goal.keptPrivate();
        state = goal.state();
        aim = goal.aim();
        text = goal.text();
        evaluations = goal.evaluations();
        activities = goal.activities();
        evidence = goal.evidence();
        stall = goal.stall();
        dropped = goal.dropped();
        achievedOn = goal.achievedOn();
        milestones = goal.milestones();
        movedOn = goal.movedOn();
    }

    GoalCopy keptPrivate(boolean value) {
        keptPrivate = value;
        return this;
    }

    /** The goal in another state; why it was stalled is over. */
    GoalCopy state(GoalState value) {
        state = value;
        stall = null;
        return this;
    }

    GoalCopy aim(GoalAim value) {
        aim = value;
        return this;
    }

    GoalCopy text(CommittedText<GoalText> value) {
        text = value;
        return this;
    }

    GoalCopy evaluations(List<GoalEvaluation> value) {
        evaluations = value;
        return this;
    }

    GoalCopy activities(List<Activity> value) {
        activities = value;
        return this;
    }

    GoalCopy evidence(List<Evidence> value) {
        evidence = value;
        return this;
    }

    GoalCopy stall(@Nullable Stall value) {
        stall = value;
        return this;
    }

    GoalCopy dropped(CommittedText<NoteText> value) {
        dropped = value;
        return this;
    }

    GoalCopy achievedOn(LocalDate value) {
        achievedOn = value;
        return this;
    }

    GoalCopy milestones(List<Milestone> value) {
        milestones = value;
        return this;
    }

    GoalCopy movedOn(LocalDate value) {
        movedOn = value;
        return this;
    }

    Goal copy() {
        return new Goal(
                id,
                keptPrivate,
                state,
                aim,
                text,
                evaluations,
                activities,
                evidence,
                stall,
                dropped,
                achievedOn,
                milestones,
                movedOn);
    }
}
