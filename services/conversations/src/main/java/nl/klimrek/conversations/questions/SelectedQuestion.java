package nl.klimrek.conversations.questions;

import org.jspecify.annotations.Nullable;

/**
 * A question on a sheet.
 *
 * @param question id of the question
 * @param version its version when the sheet was made; an answer is to this one
 * @param why why it is there
 * @param tag code of what it adds, such as {@code FUTURE}; null where the reason needs none
 */
public record SelectedQuestion(
        String question,
        int version,
        SelectionReason why,
        @Nullable String tag) {}
