package nl.klimrek.popforms.learning;

import java.time.LocalDate;
import java.util.Objects;
import nl.klimrek.contracts.popforms.Validation;
import nl.klimrek.popforms.text.CommittedText;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of something learned.
 *
 * @param id unique within the plan
 * @param kind kind of evidence
 * @param validation who has validated it
 * @param expiresOn last day of validity; null if it does not expire
 * @param content its text
 */
public record Evidence(
        String id,
        Kind kind,
        Validation validation,
        @Nullable LocalDate expiresOn,
        CommittedText<EvidenceText> content) {

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
    }
}
