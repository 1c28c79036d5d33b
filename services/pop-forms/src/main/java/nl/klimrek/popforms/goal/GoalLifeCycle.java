package nl.klimrek.popforms.goal;

import static nl.klimrek.popforms.goal.GoalState.ACHIEVED;
import static nl.klimrek.popforms.goal.GoalState.ACTING;
import static nl.klimrek.popforms.goal.GoalState.ADJUSTED;
import static nl.klimrek.popforms.goal.GoalState.DROPPED;
import static nl.klimrek.popforms.goal.GoalState.EVALUATED;
import static nl.klimrek.popforms.goal.GoalState.SET;
import static nl.klimrek.popforms.goal.GoalState.STALLED;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a goal and the states they lead to; a dash is a refusal. A goal is achieved only after an evaluation. After
 * an evaluation it goes on only when adjusted. Of a stalled goal its owner can say later what is in the way. An achieved goal can still gain evidence: a diploma comes after the exam.
 *
 * <pre>
 * state     | CHANGE    | START  | EVALUATE  | ADJUST   | ACHIEVE  | DROP    | STALL   | PLAN_ACTIVITY | COMPLETE_ACTIVITY | ADD_EVIDENCE
 * SET       | SET       | ACTING | -         | -        | -        | DROPPED | STALLED | SET           | SET               | SET
 * ACTING    | ACTING    | -      | EVALUATED | -        | -        | DROPPED | STALLED | ACTING        | ACTING            | ACTING
 * EVALUATED | EVALUATED | -      | -         | ADJUSTED | ACHIEVED | DROPPED | STALLED | EVALUATED     | EVALUATED         | EVALUATED
 * ADJUSTED  | ADJUSTED  | ACTING | -         | -        | -        | DROPPED | STALLED | ADJUSTED      | ADJUSTED          | ADJUSTED
 * STALLED   | STALLED   | ACTING | EVALUATED | -        | -        | DROPPED | STALLED | STALLED       | STALLED           | STALLED
 * ACHIEVED  | -         | -      | -         | -        | -        | -       | -       | -             | ACHIEVED          | ACHIEVED
 * DROPPED   | -         | -      | -         | -        | -        | -       | -       | -             | -                 | -
 * </pre>
 */
public final class GoalLifeCycle {

    private static final Set<GoalState> CAN_START = EnumSet.of(SET, ADJUSTED, STALLED);
    private static final Set<GoalState> CAN_BE_EVALUATED = EnumSet.of(ACTING, STALLED);

    private GoalLifeCycle() {}

    /** The state this step leads to; empty where the step is refused. */
    public static Optional<GoalState> after(GoalState state, GoalStep step) {
        return switch (step) {
            case START -> to(ACTING, CAN_START.contains(state));
            case EVALUATE -> to(EVALUATED, CAN_BE_EVALUATED.contains(state));
            case ADJUST -> to(ADJUSTED, state == EVALUATED);
            case ACHIEVE -> to(ACHIEVED, state == EVALUATED);
            case DROP -> to(DROPPED, state.open());
            case STALL -> to(STALLED, state.open());
            case CHANGE, PLAN_ACTIVITY -> to(state, state.open());
            case COMPLETE_ACTIVITY, ADD_EVIDENCE -> to(state, state != DROPPED);
        };
    }

    private static Optional<GoalState> to(GoalState next, boolean possible) {
        return possible ? Optional.of(next) : Optional.empty();
    }
}
