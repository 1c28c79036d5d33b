package nl.klimrek.conversations.dialogue;

import nl.klimrek.contracts.conversations.Side;

/**
 * Something one side put on the agenda for the other to see.
 *
 * @param id id
 * @param by whose
 * @param words what it is about
 */
public record Point(String id, Side by, Words words) {}
