package nl.klimrek.conversations.dialogue.scheduling;

import java.util.Optional;
import java.util.function.Supplier;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * A decline of a proposed slot. It carries a reason or another time: exactly one of the two, so nobody declines in silence.
 *
 * @param reason why; null when there is another time
 * @param instead another time; null when there is a reason
 */
public record Decline(
        @Nullable PrivateText reason, @Nullable Proposal instead) {

    public Decline {
        if ((reason == null) == (instead == null)) {
            throw new RefusedException(Refusal.of("decline-needs-answer"));
        }
    }

    public static Decline because(PrivateText reason) {
        return new Decline(reason, null);
    }

    public static Decline proposing(Proposal instead) {
        return new Decline(null, instead);
    }

    /** As a caller sent it; {@code decline-needs-answer} unless exactly one of the two is there. */
    public static Decline of(Optional<PrivateText> reason, Optional<Supplier<Proposal>> instead) {
        if (reason.isPresent() == instead.isPresent()) {
            throw new RefusedException(Refusal.of("decline-needs-answer"));
        }
        return reason.map(Decline::because)
                .orElseGet(() -> proposing(instead.orElseThrow().get()));
    }
}
