package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An external coach signed in with a link.
 *
 * @param coach id of the external coach
 * @param employee person id of the employee who invited them
 */
@EventContract(type = "nl.klimrek.conversations.external-coach-signed-in.v1", topic = Topics.CONVERSATIONS)
public record ExternalCoachSignedIn(String coach, String employee) {}
