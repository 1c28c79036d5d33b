package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An agreement was kept.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param agreement id of the agreement
 * @param keptOn day it was kept
 */
@EventContract(type = "nl.klimrek.conversations.agreement-kept.v1", topic = Topics.CONVERSATIONS)
public record AgreementKept(
        String conversation, String employee, String counterpart, String agreement, LocalDate keptOn) {}
