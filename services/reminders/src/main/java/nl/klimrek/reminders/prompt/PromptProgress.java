package nl.klimrek.reminders.prompt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a prompt has come under its rule.
 *
 * @param ruleVersion version of the rule that asked; 0 when unknown
 * @param template name of the organisation's own template of the last message; null for the built-in words
 * @param templateVersion version of the texts of the last message; 0 before it
 * @param silences messages of this series that nothing followed on
 * @param followUpAt moment at which nothing has followed on the last message; null for no such moment
 * @param escalateTo person id of the other side, for a rule that escalates to it; otherwise null
 * @param occasion with whom and when
 */
public record PromptProgress(
        int ruleVersion,
        @Nullable String template,
        int templateVersion,
        int silences,
        @Nullable Instant followUpAt,
        @Nullable String escalateTo,
        PromptOccasion occasion) {

    static final PromptProgress NONE = new PromptProgress(0, null, 0, 0, null, null, PromptOccasion.NONE);

    public PromptProgress {
        occasion = occasion == null ? PromptOccasion.NONE : occasion;
    }

    /** The beginning under a rule. */
    public static PromptProgress of(int ruleVersion, @Nullable String escalateTo, PromptOccasion occasion) {
        return new PromptProgress(ruleVersion, null, 0, 0, null, escalateTo, occasion);
    }

    /** After a message. @param own name of the organisation's own template; null for the built-in words */
    PromptProgress sent(@Nullable String own, int version, @Nullable Instant nextAt) {
        return new PromptProgress(ruleVersion, own, version, silences, nextAt, escalateTo, occasion);
    }

    /** Waits for what follows on the last message. */
    PromptProgress waits(@Nullable Instant nextAt) {
        return new PromptProgress(ruleVersion, template, templateVersion, silences, nextAt, escalateTo, occasion);
    }

    PromptProgress silent(@Nullable Instant nextAt) {
        return new PromptProgress(ruleVersion, template, templateVersion, silences + 1, nextAt, escalateTo, occasion);
    }

    /** A new series, because somebody answered or was asked anew. */
    PromptProgress again() {
        return new PromptProgress(ruleVersion, template, templateVersion, 0, null, escalateTo, occasion);
    }

    PromptProgress still() {
        return new PromptProgress(ruleVersion, template, templateVersion, silences, null, escalateTo, occasion);
    }

    @Nullable
    Integer templateOrNull() {
        return templateVersion == 0 ? null : templateVersion;
    }

    @Nullable
    Integer ruleOrNull() {
        return ruleVersion == 0 ? null : ruleVersion;
    }
}
