package nl.klimrek.conversations.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import org.jspecify.annotations.Nullable;

/**
 * A question as people read it, in their language, with its tags.
 *
 * @param duty what the employer owes in return, for the factor it is about
 * @param why code of the reason it is on the reader's sheet; absent in the bank
 * @param because that reason in the reader's language; absent in the bank
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionView(
        @Schema(example = "energy") String id,
        @Schema(example = "1") int version,

        @Schema(example = "Which part of your week gives you energy, and which part takes it?")
        String text,

        QuestionTags.Factor factor,
        QuestionTags.Duty duty,
        QuestionTags.Competence competence,
        Approach approach,
        Horizon horizon,
        Perspective perspective,
        QuestionTags.Aspect aspect,
        QuestionTags.Mode mode,
        QuestionTags.Audience audience,
        List<ConversationType> types,
        @Nullable SelectionReason why,

        @Schema(example = "The heart is never skipped.") @Nullable
        String because) {}
