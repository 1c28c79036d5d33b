package nl.klimrek.portal.today;

import java.time.Instant;

/** A prompt as the reminders service tells it; {@code step} and {@code why} are in the reader's language. */
public record Prompt(
        String id,
        String action,
        String subjectKind,
        String about,
        Instant dueAt,
        String status,
        String step,
        String why) {}
