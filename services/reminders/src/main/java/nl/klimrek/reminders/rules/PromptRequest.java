package nl.klimrek.reminders.rules;

import java.time.Instant;
import java.util.function.Function;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.timing.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * A prompt to schedule.
 *
 * @param moment the recipient's first hours from this moment on count
 * @param obsoleteAt moment from which the prompt makes no sense; null where the rule's days say
 * @param escalateTo person id of the other side, for a rule that escalates to it; otherwise null
 * @param occasion with whom and when
 */
record PromptRequest(
        PromptNeed need,
        PromptRule rule,
        Function<Recipient, Instant> moment,
        Function<Recipient, @Nullable Instant> obsoleteAt,
        @Nullable String escalateTo,
        PromptOccasion occasion) {}
