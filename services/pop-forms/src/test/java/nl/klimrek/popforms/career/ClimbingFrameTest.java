package nl.klimrek.popforms.career;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.skill.SkillMatch;
import org.junit.jupiter.api.Test;

class ClimbingFrameTest {

    private static final SkillMatch WELDING = new SkillMatch(Skill.Scheme.OWN, "las-1");
    private static final SkillMatch MEASURING = new SkillMatch(Skill.Scheme.OWN, "meet-1");

    private final List<CareerStep> steps = List.of(
            step("a", "techniek", "Monteur", "Lasser", Direction.SIDE, WELDING, MEASURING),
            step("b", "techniek", "Monteur", "Planner", Direction.UP),
            step("c", "techniek", "Lasser", "Specialist", Direction.DEEPER),
            step("d", "zorg", "Helpende", "Verzorgende", Direction.UP));

    @Test
    void shows_the_steps_of_one_s_own_job_family_from_the_job_one_looks_from() {
        assertThat(codes(frame("techniek", "Monteur"))).containsExactly("b", "a");
        assertThat(codes(frame("techniek", null))).containsExactly("b", "a", "c");
        assertThat(frame("techniek", null).jobs()).containsExactly("Lasser", "Monteur");
        assertThat(codes(frame("ict", null))).isEmpty();
        assertThat(codes(frame(null, null))).isEmpty();
    }

    @Test
    void a_job_that_no_step_begins_at_is_none() {
        assertThat(frame("techniek", "Directeur").job()).isNull();
        assertThat(frame("zorg", "Directeur").job()).isEqualTo("Helpende");
    }

    @Test
    void says_of_each_step_what_is_there_already_and_what_is_missing() {
        ClimbingFrame.Option option = ClimbingFrame.of(steps, "techniek", "Monteur", Set.of(MEASURING))
                .options()
                .get(1);
        assertThat(option.there()).containsExactly(MEASURING);
        assertThat(option.missing()).containsExactly(WELDING);
    }

    @Test
    void knows_whether_it_goes_sideways() {
        assertThat(frame("techniek", "Monteur").goesSideways()).isTrue();
        assertThat(frame("techniek", "Lasser").goesSideways()).isFalse();
    }

    private ClimbingFrame frame(String family, String job) {
        return ClimbingFrame.of(steps, family, job, Set.of());
    }

    private static List<String> codes(ClimbingFrame frame) {
        return frame.options().stream().map(option -> option.step().code()).toList();
    }

    private static CareerStep step(
            String code, String family, String from, String to, Direction direction, SkillMatch... skills) {
        return new CareerStep(code, family, from, to, direction, null, null, List.of(skills));
    }
}
