package nl.klimrek.popforms.learning;

import java.time.LocalDate;
import java.util.Objects;
import nl.klimrek.contracts.popforms.Validation;
import nl.klimrek.popforms.text.CommittedText;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of something learned. A level above {@code COLLEAGUE} is given by whoever checked it; where nobody is named, an earlier
 * version let its owner declare it, and it counts as their own account.
 *
 * @param id unique within the plan
 * @param kind kind of evidence
 * @param validation who has validated it
 * @param expiresOn last day of validity; null if it does not expire
 * @param content its text
 * @param validatedBy person id of who gave a level above {@code COLLEAGUE}; null without one
 */
public record Evidence(
        String id,
        Kind kind,
        Validation validation,
        @Nullable LocalDate expiresOn,
        CommittedText<EvidenceText> content,
        @Nullable String validatedBy) {

    /** The kinds of evidence. */
    public enum Kind {
        NOTE,
        LINK,
        CERTIFICATE,
        BADGE,
        OBSERVATION
    }

    public Evidence {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(validation, "validation");
        if (validatedBy == null && !isOwnToGive(validation)) {
            validation = Validation.SELF;
        }
    }

    /** Evidence as its owner shows it. */
    public static Evidence shown(
            String id,
            Kind kind,
            Validation validation,
            @Nullable LocalDate expiresOn,
            CommittedText<EvidenceText> content) {
        return new Evidence(id, kind, validation, expiresOn, content, null);
    }

    /** Whether the owner may give this level. */
    public static boolean isOwnToGive(Validation level) {
        return level == Validation.SELF || level == Validation.COLLEAGUE;
    }

    /** The same evidence, validated. @param by person id of who checked it */
    public Evidence validated(Validation level, String by) {
        return new Evidence(id, kind, level, expiresOn, content, by);
    }
}
