package nl.klimrek.contracts.popforms;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Evidence was added to a goal.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param evidence id of the evidence
 * @param validation how far it is validated
 * @param expiresOn day it expires (may be null)
 * @param content commitment of its content
 */
@EventContract(type = "nl.klimrek.pop-forms.evidence-added.v1", topic = Topics.POP_FORMS)
public record EvidenceAdded(
        String pop,
        String employee,
        String goal,
        String evidence,
        Validation validation,
        @Nullable LocalDate expiresOn,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
