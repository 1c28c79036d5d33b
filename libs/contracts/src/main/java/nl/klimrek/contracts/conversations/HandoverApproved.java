package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The employee approved the packet for the new manager.
 *
 * @param handover id of the hand-over
 * @param employee person id of the employee
 * @param counterpart person id of the new manager
 * @param agreements open agreements that move along
 * @param statement whether the employee added words of their own
 * @param content commitment of those words (may be null)
 */
@EventContract(type = "nl.klimrek.conversations.handover-approved.v1", topic = Topics.CONVERSATIONS)
public record HandoverApproved(
        String handover,
        String employee,
        String counterpart,
        int agreements,
        boolean statement,

        @StringFormat(StringFormat.Kind.COMMITMENT) @Nullable
        String content) {}
