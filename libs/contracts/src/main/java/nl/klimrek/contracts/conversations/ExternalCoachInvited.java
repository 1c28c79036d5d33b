package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An employee invited an external coach to a conversation or a track. Their name and address are on no topic.
 *
 * @param coach id of the external coach
 * @param employee person id of the employee who invited them
 * @param scope to what
 * @param conversation id of the first conversation
 * @param lastDay last day of the account at the latest
 */
@EventContract(type = "nl.klimrek.conversations.external-coach-invited.v1", topic = Topics.CONVERSATIONS)
public record ExternalCoachInvited(
        String coach, String employee, ExternalCoachScope scope, String conversation, LocalDate lastDay) {}
