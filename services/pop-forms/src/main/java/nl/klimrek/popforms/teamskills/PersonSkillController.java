package nl.klimrek.popforms.teamskills;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.klimrek.contracts.popforms.SkillUse;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.text.TypedText;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own skills, and those that their team shares. */
@RestController
class PersonSkillController {

    private static final String MINE = "/api/pop-forms/my-skills";

    private final PersonSkillService skills;

    PersonSkillController(PersonSkillService skills) {
        this.skills = skills;
    }

    /**
     * A skill of the caller's. One that is on the list already is replaced.
     *
     * @param shared whether the team may see it; default false
     */
    record NewSkillEntry(
            @NotNull Skill.Scheme scheme,
            @NotNull @Pattern(regexp = Skill.CODE) String code,
            @NotNull @Pattern(regexp = Skill.CODE) String version,
            @Size(max = 200) @Nullable String label,
            @NotEmpty @Size(max = 3) Set<@NotNull SkillUse> uses,
            @Nullable Boolean shared) {

        Skill skill() {
            return new Skill(scheme, code, version, TypedText.normalise(label));
        }
    }

    record SkillEntryView(
            String id,
            Skill.Scheme scheme,
            String code,
            String version,
            @Nullable String label,
            List<SkillUse> uses,
            boolean shared) {

        static SkillEntryView of(SkillEntry entry) {
            return new SkillEntryView(
                    entry.id(),
                    entry.skill().scheme(),
                    entry.skill().code(),
                    entry.skill().version(),
                    entry.skill().label(),
                    entry.uses().stream().sorted().toList(),
                    entry.shared());
        }
    }

    /** @param items by name */
    record OwnSkillsView(List<SkillEntryView> items) {

        static OwnSkillsView of(PersonSkills skills) {
            return new OwnSkillsView(skills.entries().stream()
                    .map(SkillEntryView::of)
                    .sorted(Comparator.comparing(
                            (SkillEntryView entry) -> Objects.requireNonNullElse(entry.label(), entry.code())))
                    .toList());
        }
    }

    @GetMapping(MINE)
    ResponseEntity<OwnSkillsView> mine(Caller caller) {
        return skills.mine(caller)
                .map(PersonSkillController::shown)
                .orElseGet(() -> ResponseEntity.ok(new OwnSkillsView(List.of())));
    }

    @PostMapping(MINE)
    ResponseEntity<OwnSkillsView> note(@Valid @RequestBody NewSkillEntry entry, Caller caller, MessageContext cause) {
        return shown(skills.note(caller, entry.skill(), entry.uses(), Boolean.TRUE.equals(entry.shared()), cause));
    }

    @DeleteMapping(MINE + "/{entry}")
    ResponseEntity<OwnSkillsView> remove(@PathVariable String entry, Caller caller, MessageContext cause) {
        return shown(skills.remove(caller, entry, cause));
    }

    /** Skills that people of the caller's team share. */
    @GetMapping("/api/pop-forms/team-skills")
    Page<TeamSkill> team(ListRequest page, Caller caller) {
        return Page.of(skills.ofTeam(caller), TeamSkill::id, page);
    }

    private static ResponseEntity<OwnSkillsView> shown(Versioned<PersonSkills> stored) {
        return ETags.ok(OwnSkillsView.of(stored.state()), stored);
    }
}
