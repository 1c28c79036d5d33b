package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A checklist of the old regime was imported as a backdated conversation.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param importRun id of the import
 * @param heldOn day it was held
 * @param content commitment of the checklist
 */
@EventContract(type = "nl.klimrek.conversations.assessment-imported.v1", topic = Topics.CONVERSATIONS)
public record AssessmentImported(
        String conversation,
        String employee,
        String counterpart,
        String importRun,
        LocalDate heldOn,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
