package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A manager changed; the employee decides what the new one gets.
 *
 * @param handover id of the hand-over
 * @param employee person id of the employee
 * @param counterpart person id of the new manager
 * @param former person id of the former manager
 * @param effectiveOn day the former manager's access ended
 */
@EventContract(type = "nl.klimrek.conversations.handover-opened.v1", topic = Topics.CONVERSATIONS)
public record HandoverOpened(
        String handover, String employee, String counterpart, String former, LocalDate effectiveOn) {}
