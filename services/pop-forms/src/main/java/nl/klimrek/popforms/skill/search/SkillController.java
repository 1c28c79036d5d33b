package nl.klimrek.popforms.skill.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.skill.SkillList;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches the skills of the caller's organisation, for anybody in it. */
@RestController
class SkillController {

    private final SkillSearch search;

    SkillController(SkillSearch search) {
        this.search = search;
    }

    /** @param languages languages in which the present version was imported */
    record SkillListView(Skill.Scheme scheme, String version, List<LanguageView> languages) {

        record LanguageView(String language, long skills, Instant importedAt) {}

        static SkillListView of(SkillList list) {
            return new SkillListView(
                    list.present().scheme(),
                    list.present().version(),
                    list.languages().stream()
                            .map(each -> new LanguageView(each.language(), each.skills(), each.importedAt()))
                            .toList());
        }
    }

    /** @param text what the caller typed so far */
    @GetMapping("/api/pop-forms/skills")
    Page<SkillView> find(
            @RequestParam @Size(min = 1, max = 100) String text,
            @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit,
            Caller caller,
            Locale reader) {
        return new Page<>(
                search.find(caller.organisation(), text, reader.getLanguage(), limit).stream()
                        .map(skill -> SkillView.of(skill, reader.getLanguage()))
                        .toList(),
                null);
    }

    @GetMapping("/api/pop-forms/skill-lists")
    Page<SkillListView> lists(Caller caller) {
        return new Page<>(
                search.lists(caller.organisation()).stream()
                        .map(SkillListView::of)
                        .toList(),
                null);
    }
}
