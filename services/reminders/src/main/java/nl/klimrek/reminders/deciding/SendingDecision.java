package nl.klimrek.reminders.deciding;

import java.time.Instant;
import nl.klimrek.contracts.reminders.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * Whether a due prompt is sent now.
 *
 * @param reason why it is not sent; null when it is
 * @param until moment to which it is postponed; null when it is sent, or not sent at all
 * @param byMail whether it is sent as a message too
 */
public record SendingDecision(
        @Nullable SuppressReason reason, @Nullable Instant until, boolean byMail) {

    static SendingDecision send(boolean byMail) {
        return new SendingDecision(null, null, byMail);
    }

    static SendingDecision postpone(SuppressReason reason, Instant until) {
        return new SendingDecision(reason, until, false);
    }

    static SendingDecision suppress(SuppressReason reason) {
        return new SendingDecision(reason, null, false);
    }

    public boolean isSend() {
        return reason == null;
    }
}
