package nl.klimrek.popforms.learning;

import java.time.LocalDate;
import java.util.Objects;
import nl.klimrek.contracts.popforms.Validation;
import nl.klimrek.popforms.text.CommittedText;

/**
 * Something that shows what was learned.
 *
 * @param id unique within the plan
 * @param kind what sort of thing
 * @param validation how far it is validated
 * @param expiresOn last day it counts; null where it does not expire
 * @param content its words
 */
public record Evidence(
        String id, Kind kind, Validation validation, LocalDate expiresOn, CommittedText<EvidenceText> content) {

    /** What sort of thing it is. */
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
