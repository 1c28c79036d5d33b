package nl.klimrek.portal.me;

import java.time.Instant;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import org.jspecify.annotations.Nullable;

/**
 * A prompt as the reminders service answers it.
 *
 * @param action      its action; null when this portal does not know it
 * @param subjectKind what it is about; null when this portal does not know it
 * @param kind        how binding it is: {@code DUTY}, {@code HELP} or {@code NOTICE}; null when unknown
 * @param step        the same in the reader's language
 * @param why         why it waits, in the reader's language
 * @param ownVersion  version of the organisation's own words that step and reason are in; null for those of Klimrek
 */
public record PromptResponse(
        String id,
        PromptAction action,
        PromptSubject subjectKind,
        String about,
        Instant dueAt,
        String status,
        @Nullable String kind,
        String step,
        String why,
        @Nullable Integer ownVersion) {

    /** Whether step and reason are in the organisation's own words. */
    boolean isOwn() {
        return ownVersion != null;
    }

    /** Whether it only tells of a change, so that having seen it is enough. */
    boolean isNotice() {
        return "NOTICE".equals(kind);
    }
}
