package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * An agreement was made.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param agreement id of the agreement
 * @param owner who has to make it come true
 * @param dueDate day it is due
 * @param content commitment of what was agreed
 * @param movesAlong whether it moves along when the employee gets another manager, as what was agreed on in the line does;
 *        not told by what is older than this field (may be null)
 */
@EventContract(type = "nl.klimrek.conversations.agreement-made.v1", topic = Topics.CONVERSATIONS)
public record AgreementMade(
        String conversation,
        String employee,
        String counterpart,
        String agreement,
        AgreementOwner owner,
        LocalDate dueDate,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content,
        @Nullable Boolean movesAlong) {}
