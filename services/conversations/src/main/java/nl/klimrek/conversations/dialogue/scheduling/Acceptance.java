package nl.klimrek.conversations.dialogue.scheduling;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a side that agrees.
 *
 * @param seen slot it agrees with; null for the current proposal
 * @param round round of the appointment for which the time of both is reserved
 * @param outside whether the side says that the slot may be outside the window or somebody's working time
 */
public record Acceptance(@Nullable Slot seen, int round, boolean outside) {}
