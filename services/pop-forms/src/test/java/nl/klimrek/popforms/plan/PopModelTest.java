package nl.klimrek.popforms.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.PopAgreed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.GoalDraft;
import nl.klimrek.popforms.goal.GoalState;
import nl.klimrek.popforms.goal.GoalStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lives of plans beside a model that knows only the rules: states, version, and who confirmed which version. */
class PopModelTest {

    private static final int STEPS = 2_000;
    private static final int MOST_GOALS = 12;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42, 2026, 611})
    void a_plan_lives_as_its_rules_say(long seed) {
        Random random = new Random(seed);
        Pop pop = PopFixture.started();
        Model model = new Model();
        for (int i = 0; i < STEPS; i++) {
            Decision<Pop> decision = random.nextInt(8) == 0
                    ? confirm(pop, model, random)
                    : model.goals.size() < MOST_GOALS && random.nextInt(10) == 0
                            ? set(pop, model, random)
                            : step(pop, model, random);
            pop = decision instanceof Decision.Accepted<Pop> accepted ? accepted.state() : pop;
            assertThat(pop.version()).as("seed %d step %d", seed, i).isEqualTo(model.version);
            assertThat(states(pop)).as("seed %d step %d", seed, i).isEqualTo(model.goals);
            assertThat(pop.agreement() == AgreementProgress.AGREED)
                    .as("seed %d step %d", seed, i)
                    .isEqualTo(model.agreed());
            assertThat(pop.agreed())
                    .extracting(AgreedVersion::version)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
        assertThat(pop.agreed()).as("the walk reached agreement, seed %d", seed).isNotEmpty();
        assertThat(model.seen)
                .as("the walk reached every state, seed %d", seed)
                .containsExactlyInAnyOrder(GoalState.values());
    }

    private static Decision<Pop> set(Pop pop, Model model, Random random) {
        boolean hidden = random.nextInt(3) == 0;
        GoalDraft draft = hidden ? PopFixture.aPrivateGoal() : PopFixture.aGoal();
        String id = "g" + model.goals.size();
        model.goals.put(id, GoalState.SET);
        model.seen.add(GoalState.SET);
        if (hidden) {
            model.hidden.add(id);
        } else {
            model.revise();
        }
        return pop.setGoal(id, draft, null, PopFixture.TODAY);
    }

    private static Decision<Pop> confirm(Pop pop, Model model, Random random) {
        int version = pop.version() - (random.nextInt(4) == 0 ? 1 : 0);
        boolean owner = random.nextBoolean();
        boolean repeated = owner ? model.employee : model.manager;
        Decision<Pop> decision =
                pop.confirm(version, owner ? PopFixture.ANNA : PopFixture.BRAM, PopFixture.BRAM, PopFixture.NOW);
        if (version != pop.version()) {
            assertThat(PopFixture.refusal(decision)).isEqualTo("pop-version-not-current");
        } else if (repeated) {
            assertThat(decision).isInstanceOf(Decision.Unchanged.class);
        } else {
            model.employee |= owner;
            model.manager |= !owner;
            boolean announced = PopFixture.facts(decision).stream().anyMatch(PopAgreed.class::isInstance);
            assertThat(announced).isEqualTo(model.agreed());
        }
        return decision;
    }

    private static Decision<Pop> step(Pop pop, Model model, Random random) {
        if (model.goals.isEmpty()) {
            return Decision.unchanged();
        }
        String id = new ArrayList<>(model.goals.keySet()).get(random.nextInt(model.goals.size()));
        GoalStep step = List.of(
                        GoalStep.START,
                        GoalStep.EVALUATE,
                        GoalStep.ADJUST,
                        GoalStep.ACHIEVE,
                        GoalStep.DROP,
                        GoalStep.STALL,
                        GoalStep.PLAN_ACTIVITY)
                .get(random.nextInt(random.nextInt(6) == 0 ? 7 : 4));
        Decision<Pop> decision = take(pop, id, step, random);
        GoalState next = Model.WAYS.get(step).get(model.goals.get(id));
        if (next == null) {
            assertThat(PopFixture.refusal(decision)).isEqualTo("goal-step-not-possible");
            return decision;
        }
        model.goals.put(id, next);
        model.seen.add(next);
        if (Set.of(GoalStep.ADJUST, GoalStep.DROP, GoalStep.PLAN_ACTIVITY).contains(step)
                && !model.hidden.contains(id)) {
            model.revise();
        }
        return decision;
    }

    private static Decision<Pop> take(Pop pop, String id, GoalStep step, Random random) {
        return switch (step) {
            case START -> pop.startGoal(id);
            case EVALUATE -> pop.evaluateGoal(id, PopFixture.note("seen"), PopFixture.TODAY);
            case ADJUST ->
                pop.adjustGoal(
                        id, PopFixture.words("other"), PopFixture.TODAY.plusDays(random.nextInt(99)), PopFixture.TODAY);
            case ACHIEVE -> pop.achieveGoal(id, PopFixture.TODAY, PopFixture.TODAY);
            case DROP -> pop.dropGoal(id, PopFixture.note("because"));
            case STALL -> pop.stallGoal(id, PopFixture.noTime());
            case PLAN_ACTIVITY ->
                PlanLearning.planActivity(
                        pop, id, "a" + random.nextLong(), PopFixture.anActivity(ActivityMode.COURSE, 60));
            case CHANGE, COMPLETE_ACTIVITY, ADD_EVIDENCE -> throw new IllegalArgumentException("not walked");
        };
    }

    private static Map<String, GoalState> states(Pop pop) {
        Map<String, GoalState> states = new HashMap<>();
        pop.goals().forEach(goal -> states.put(goal.id(), goal.state()));
        return states;
    }

    /** The rules once more, told by hand from the domain's own sentence about the life of a goal. */
    private static final class Model {
        private static final Map<GoalStep, Map<GoalState, GoalState>> WAYS = new EnumMap<>(Map.of(
                GoalStep.START,
                        Map.of(
                                GoalState.SET,
                                GoalState.ACTING,
                                GoalState.ADJUSTED,
                                GoalState.ACTING,
                                GoalState.STALLED,
                                GoalState.ACTING),
                GoalStep.EVALUATE,
                        Map.of(GoalState.ACTING, GoalState.EVALUATED, GoalState.STALLED, GoalState.EVALUATED),
                GoalStep.ADJUST, Map.of(GoalState.EVALUATED, GoalState.ADJUSTED),
                GoalStep.ACHIEVE, Map.of(GoalState.EVALUATED, GoalState.ACHIEVED),
                GoalStep.DROP,
                        Map.of(
                                GoalState.SET,
                                GoalState.DROPPED,
                                GoalState.ACTING,
                                GoalState.DROPPED,
                                GoalState.EVALUATED,
                                GoalState.DROPPED,
                                GoalState.ADJUSTED,
                                GoalState.DROPPED,
                                GoalState.STALLED,
                                GoalState.DROPPED),
                GoalStep.STALL,
                        Map.of(
                                GoalState.SET,
                                GoalState.STALLED,
                                GoalState.ACTING,
                                GoalState.STALLED,
                                GoalState.EVALUATED,
                                GoalState.STALLED,
                                GoalState.ADJUSTED,
                                GoalState.STALLED,
                                GoalState.STALLED,
                                GoalState.STALLED),
                GoalStep.PLAN_ACTIVITY,
                        Map.of(
                                GoalState.SET,
                                GoalState.SET,
                                GoalState.ACTING,
                                GoalState.ACTING,
                                GoalState.EVALUATED,
                                GoalState.EVALUATED,
                                GoalState.ADJUSTED,
                                GoalState.ADJUSTED,
                                GoalState.STALLED,
                                GoalState.STALLED)));

        private final Map<String, GoalState> goals = new HashMap<>();
        private final Set<String> hidden = new HashSet<>();
        private final Set<GoalState> seen = new HashSet<>();
        private int version = 1;
        private boolean employee;
        private boolean manager;

        void revise() {
            version++;
            employee = false;
            manager = false;
        }

        boolean agreed() {
            return employee && manager;
        }
    }
}
