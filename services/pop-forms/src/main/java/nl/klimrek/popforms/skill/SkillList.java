package nl.klimrek.popforms.skill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.popforms.SkillListImported;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Skill;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's list of one scheme. The version that was imported last is the present one, in which people search.
 *
 * @param id {@code skills-} and the scheme
 * @param languages languages in which the present version was imported
 * @param revision counts imports, so that a copy of the list notices a newer one
 * @param lastImport id of the last import
 */
public record SkillList(
        String id, SkillListVersion present, List<ImportedLanguage> languages, long revision, String lastImport) {

    public SkillList {
        languages = List.copyOf(languages);
    }

    /**
     * The names of a version in one language.
     *
     * @param skills rows that hold a skill
     */
    public record ImportedLanguage(String language, long skills, Instant importedAt) {}

    /** Id of the list of a scheme. */
    public static String idOf(Skill.Scheme scheme) {
        return "skills-" + scheme.name();
    }

    /** All lists that an organisation can have. */
    public static List<String> ids() {
        return Stream.of(Skill.Scheme.values()).map(SkillList::idOf).toList();
    }

    /**
     * A file was imported: its version is the present one. The same import again changes nothing.
     *
     * @param before the list before; null for none
     * @param skills rows that hold a skill; a file without any changes nothing
     * @param setAside rows that hold none
     */
    public static Decision<SkillList> imported(
            @Nullable SkillList before, SkillFile file, String importId, long skills, long setAside, Instant now) {
        if (skills == 0 || before != null && before.lastImport().equals(importId)) {
            return Decision.unchanged();
        }
        List<ImportedLanguage> languages = new ArrayList<>();
        if (before != null && before.present().equals(file.list())) {
            before.languages().stream()
                    .filter(other -> !other.language().equals(file.language()))
                    .forEach(languages::add);
        }
        languages.add(new ImportedLanguage(file.language(), skills, now));
        languages.sort(Comparator.comparing(ImportedLanguage::language));
        SkillList list = new SkillList(
                idOf(file.list().scheme()),
                file.list(),
                languages,
                before == null ? 1 : before.revision() + 1,
                importId);
        return Decision.accept(
                list,
                new SkillListImported(
                        file.list().scheme().name(), file.list().version(), file.language(), skills, setAside));
    }
}
