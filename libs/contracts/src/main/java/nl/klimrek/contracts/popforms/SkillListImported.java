package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * HR imported a list of skills; its version is the one in which people search from now on.
 *
 * @param scheme scheme
 * @param version version of the scheme
 * @param language language of the names, two letters
 * @param skills rows that hold a skill
 * @param setAside rows that hold none
 */
@EventContract(type = "nl.klimrek.pop-forms.skill-list-imported.v1", topic = Topics.POP_FORMS)
public record SkillListImported(
        @StringFormat(StringFormat.Kind.CODE) String scheme,
        @StringFormat(StringFormat.Kind.VERSION) String version,
        @StringFormat(StringFormat.Kind.LANGUAGE) String language,
        long skills,
        long setAside) {}
