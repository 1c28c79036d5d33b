package nl.klimrek.popforms.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.popforms.SkillListImported;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Skill;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SkillListTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void the_version_that_was_imported_last_is_the_present_one() {
        SkillList first = imported(null, "1.2.0", "nl", "im-1");
        SkillList both = imported(first, "1.2.0", "en", "im-2");
        assertThat(both.languages())
                .extracting(SkillList.ImportedLanguage::language)
                .containsExactly("en", "nl");
        SkillList next = imported(both, "1.2.1", "nl", "im-3");
        assertThat(next.present().version()).isEqualTo("1.2.1");
        assertThat(next.languages())
                .extracting(SkillList.ImportedLanguage::language)
                .containsExactly("nl");
        assertThat(List.of(first.revision(), both.revision(), next.revision())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_import_is_a_step_once() {
        SkillList list = imported(null, "1.2.0", "nl", "im-1");
        assertThat(decision(null, "1.2.0", "nl", "im-1", 3))
                .isEqualTo(Decision.accept(list, new SkillListImported("ESCO", "1.2.0", "nl", 3, 1)));
        assertThat(decision(list, "1.2.0", "nl", "im-1", 3)).isEqualTo(Decision.unchanged());
    }

    @Test
    void a_file_without_a_skill_changes_nothing() {
        assertThat(decision(null, "1.2.0", "nl", "im-1", 0)).isEqualTo(Decision.unchanged());
    }

    private static SkillList imported(@Nullable SkillList before, String version, String language, String id) {
        return decision(before, version, language, id, 3).stateOr(() -> {
            throw new AssertionError("nothing was imported");
        });
    }

    private static Decision<SkillList> decision(
            @Nullable SkillList before, String version, String language, String id, long skills) {
        SkillFile file = new SkillFile(new SkillListVersion(Skill.Scheme.ESCO, version), language);
        return SkillList.imported(before, file, id, skills, 1, NOW);
    }
}
