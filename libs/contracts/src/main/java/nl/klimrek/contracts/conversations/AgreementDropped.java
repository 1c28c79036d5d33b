package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * An agreement was dropped, with a reason.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param agreement id of the agreement
 * @param reason commitment of the reason
 */
@EventContract(type = "nl.klimrek.conversations.agreement-dropped.v1", topic = Topics.CONVERSATIONS)
public record AgreementDropped(
        String conversation,
        String employee,
        String counterpart,
        String agreement,
        @StringFormat(StringFormat.Kind.COMMITMENT) String reason) {}
