package nl.klimrek.popforms.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.contracts.popforms.Factor;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.LearningForm;
import nl.klimrek.contracts.popforms.LearningSetting;
import nl.klimrek.contracts.popforms.Origin;
import nl.klimrek.contracts.popforms.Purpose;
import nl.klimrek.contracts.popforms.Validation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.GoalAim;
import nl.klimrek.popforms.goal.GoalDraft;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.goal.Stall;
import nl.klimrek.popforms.learning.ActivityPlan;
import nl.klimrek.popforms.learning.Evidence;
import nl.klimrek.popforms.learning.EvidenceText;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;

/** Plans and their parts, for tests. */
public final class PopFixture {

    public static final String ANNA = "p-anna";
    public static final String BRAM = "p-bram";
    public static final String CARLA = "p-carla";
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    public static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private PopFixture() {}

    public static Pop started() {
        return accepted(Pop.start(Optional.empty(), ANNA, new TemplateReference("klimrek-default", 1), NOW));
    }

    public static Pop withGoal(String id) {
        return accepted(started().setGoal(id, aGoal(), null, TODAY));
    }

    public static Pop agreedWithGoal(String id) {
        Pop pop = withGoal(id);
        Pop once = accepted(pop.confirm(pop.version(), ANNA, BRAM, NOW));
        return accepted(once.confirm(pop.version(), BRAM, BRAM, NOW));
    }

    public static GoalDraft aGoal() {
        return new GoalDraft(anAim(), words("Learn to weld"), false);
    }

    public static GoalDraft aPrivateGoal() {
        return new GoalDraft(anAim(), words("Something of my own"), true);
    }

    public static GoalAim anAim() {
        return anAim(GoalHorizon.SHORT, Purpose.BROADEN, Direction.SIDE);
    }

    public static GoalAim anAim(GoalHorizon horizon, Purpose purpose, Direction direction) {
        return new GoalAim(
                horizon,
                purpose,
                Origin.EMPLOYEE,
                direction,
                TODAY.plusMonths(6),
                List.of(new Skill(Skill.Scheme.ESCO, "S1.2.3", "1.2", "welding")),
                "conv-1");
    }

    public static CommittedText<GoalText> words(String title) {
        return CommittedText.of(new GoalText(title, "because", "the test weld holds", "an hour with Piet"));
    }

    public static CommittedText<NoteText> note(String text) {
        return CommittedText.of(new NoteText(text));
    }

    public static Stall noTime() {
        return new Stall(List.of(Barrier.TIME), Factor.MOGEN, TODAY);
    }

    public static ActivityPlan anActivity(ActivityMode mode, int minutes) {
        return new ActivityPlan(
                "with the night shift",
                LearningForm.NON_FORMAL,
                LearningSetting.INDIVIDUAL,
                mode,
                minutes,
                25_000L,
                TODAY.plusDays(7),
                TODAY.plusDays(14),
                TODAY.plusDays(60));
    }

    public static Evidence aCertificate(String id) {
        return new Evidence(
                id,
                Evidence.Kind.CERTIFICATE,
                Validation.EMPLOYER,
                TODAY.plusYears(2),
                CommittedText.of(new EvidenceText("welding certificate", "https://example.org/weld")),
                BRAM);
    }

    public static Goal goal(Pop pop, String id) {
        return pop.goals().stream()
                .filter(goal -> goal.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static Pop accepted(Decision<Pop> decision) {
        return decision.stateOr(() -> {
            throw new AssertionError("nothing changed");
        });
    }

    public static List<Record> facts(Decision<Pop> decision) {
        return ((Decision.Accepted<Pop>) decision).events();
    }

    public static String refusal(Decision<Pop> decision) {
        return decision instanceof Decision.Refused<Pop> refused
                ? refused.refusal().code()
                : "none";
    }
}
