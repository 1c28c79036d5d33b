package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An external coach accepted the terms and has an account now.
 *
 * @param coach id of the external coach
 * @param employee person id of the employee who invited them
 */
@EventContract(type = "nl.klimrek.conversations.external-coach-accepted.v1", topic = Topics.CONVERSATIONS)
public record ExternalCoachAccepted(String coach, String employee) {}
