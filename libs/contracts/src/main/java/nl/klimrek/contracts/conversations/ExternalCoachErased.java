package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Name, address, links and private notes of a former external coach were erased.
 *
 * @param coach id of the external coach
 * @param employee person id of the employee who invited them
 */
@EventContract(type = "nl.klimrek.conversations.external-coach-erased.v1", topic = Topics.CONVERSATIONS)
public record ExternalCoachErased(String coach, String employee) {}
