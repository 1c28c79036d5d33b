package nl.klimrek.portal.me;

import java.time.Instant;

/** A prompt as the reminders service tells it; {@code step} and {@code why} are in the reader's language. */
public record PromptResponse(
        String id,
        String action,
        String subjectKind,
        String about,
        Instant dueAt,
        String status,
        String step,
        String why) {}
