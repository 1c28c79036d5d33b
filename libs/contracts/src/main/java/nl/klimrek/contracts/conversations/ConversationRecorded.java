package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A report, or a corrected version of it, was written.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who wrote it
 * @param version version of the report, from 1
 * @param report commitment of the report
 */
@EventContract(type = "nl.klimrek.conversations.conversation-recorded.v1", topic = Topics.CONVERSATIONS)
public record ConversationRecorded(
        String conversation,
        String employee,
        String counterpart,
        Side by,
        int version,
        @StringFormat(StringFormat.Kind.COMMITMENT) String report) {}
