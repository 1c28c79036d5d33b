package nl.klimrek.popforms.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.template.FormTemplateView;

/**
 * Everything that this service holds about a plan, including private goals. With salts and hashes its owner can prove
 * that the journal committed to this text.
 *
 * @param format always {@value #FORMAT}
 * @param formatVersion rises when readers of an earlier version would misread it
 * @param exportedAt when it was made
 * @param form the questions, in the reader's language
 * @param plan the plan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PopExport(String format, int formatVersion, Instant exportedAt, FormTemplateView form, Pop plan) {

    static final String FORMAT = "klimrek-pop";

    static PopExport of(Pop plan, FormTemplateView form, Instant at) {
        return new PopExport(FORMAT, 1, at, form, plan);
    }
}
