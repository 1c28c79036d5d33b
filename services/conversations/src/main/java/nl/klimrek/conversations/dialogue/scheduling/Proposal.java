package nl.klimrek.conversations.dialogue.scheduling;

import nl.klimrek.contracts.conversations.Side;

/**
 * A proposed slot.
 *
 * @param slot when
 * @param by who proposed it; the other side answers
 */
public record Proposal(Slot slot, Side by) {}
