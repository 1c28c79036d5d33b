package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A message to an external coach was handed to the mail server. A link in it is nowhere but in that message.
 *
 * @param coach id of the external coach
 * @param employee person id of the employee who invited them
 * @param mail what the message is for
 */
@EventContract(type = "nl.klimrek.conversations.external-coach-mailed.v1", topic = Topics.CONVERSATIONS)
public record ExternalCoachMailed(String coach, String employee, ExternalCoachMail mail) {}
