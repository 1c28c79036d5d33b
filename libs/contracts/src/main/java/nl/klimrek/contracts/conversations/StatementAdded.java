package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A participant added a statement (zienswijze) to the report.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by whose statement
 * @param version version of the report it is linked to
 * @param statement commitment of the statement
 */
@EventContract(type = "nl.klimrek.conversations.statement-added.v1", topic = Topics.CONVERSATIONS)
public record StatementAdded(
        String conversation,
        String employee,
        String counterpart,
        Side by,
        int version,
        @StringFormat(StringFormat.Kind.COMMITMENT) String statement) {}
