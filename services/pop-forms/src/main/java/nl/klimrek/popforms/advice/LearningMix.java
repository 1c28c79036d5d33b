package nl.klimrek.popforms.advice;

import java.util.List;
import nl.klimrek.contracts.popforms.LearningForm;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.GoalState;
import nl.klimrek.popforms.learning.ActivityPlan;

/**
 * The planned effort by way of learning: by doing, from others, in courses. It is the 70-20-10 mix (Lombardo and
 * Eichinger 1996), derived from the activities and never a quota.
 *
 * @param doingMinutes effort on the job
 * @param othersMinutes effort with and from other people
 * @param coursesMinutes effort in courses and the like
 */
public record LearningMix(long doingMinutes, long othersMinutes, long coursesMinutes) {

    /** The mix of these goals' activities, without dropped goals. */
    public static LearningMix of(List<Goal> goals) {
        long[] minutes = new long[Way.values().length];
        goals.stream()
                .filter(goal -> goal.state() != GoalState.DROPPED)
                .flatMap(goal -> goal.activities().stream())
                .filter(activity -> !activity.dropped())
                .forEach(activity -> minutes[wayOf(activity.plan()).ordinal()] +=
                        activity.plan().effortMinutes());
        return new LearningMix(
                minutes[Way.DOING.ordinal()], minutes[Way.OTHERS.ordinal()], minutes[Way.COURSES.ordinal()]);
    }

    private enum Way {
        DOING,
        OTHERS,
        COURSES
    }

    private static Way wayOf(ActivityPlan plan) {
        return switch (plan.mode()) {
            case ON_THE_JOB, JOB_ROTATION, INTERNSHIP, PROJECT, CROSS_TRAINING, EXPERIMENT, JOB_CRAFTING -> Way.DOING;
            case SHADOWING, COACHING, MENTORING, REVERSE_MENTORING, PEER_REVIEW, COMMUNITY -> Way.OTHERS;
            case COURSE, E_LEARNING, MICRO_LEARNING, CERTIFICATE, RECOGNITION_OF_PRIOR_LEARNING -> Way.COURSES;
            case OTHER -> plan.form() == LearningForm.INFORMAL ? Way.DOING : Way.COURSES;
        };
    }
}
