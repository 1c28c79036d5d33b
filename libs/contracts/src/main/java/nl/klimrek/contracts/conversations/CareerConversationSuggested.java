package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody who never had a career conversation is invited to have one, once in a period.
 *
 * @param employee person id of the employee
 * @param nextOn day before which they are not invited again
 */
@EventContract(type = "nl.klimrek.conversations.career-conversation-suggested.v1", topic = Topics.CONVERSATIONS)
public record CareerConversationSuggested(String employee, LocalDate nextOn) {}
