package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The account of an external coach ended. What lies ahead with them is cancelled.
 *
 * @param coach id of the external coach
 * @param employee person id of the employee who invited them
 * @param reason why
 */
@EventContract(type = "nl.klimrek.conversations.external-coach-ended.v1", topic = Topics.CONVERSATIONS)
public record ExternalCoachEnded(String coach, String employee, ExternalCoachEndReason reason) {}
