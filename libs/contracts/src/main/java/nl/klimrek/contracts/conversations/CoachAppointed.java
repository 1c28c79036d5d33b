package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * HR put somebody on the register of coaches, or changed what kind of coach they are.
 *
 * @param coach person id of the coach
 * @param kind what kind of coach
 */
@EventContract(type = "nl.klimrek.conversations.coach-appointed.v1", topic = Topics.CONVERSATIONS)
public record CoachAppointed(String coach, CoachKind kind) {}
