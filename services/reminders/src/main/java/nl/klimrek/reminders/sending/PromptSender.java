package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.SendingClaim;
import nl.klimrek.reminders.timing.Recipient;
import nl.klimrek.reminders.timing.RecipientLookup;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. Of many instances one claims a prompt before it sends; when that one dies in between, another
 * sends after the claim ends, under the same message id. So nothing is lost, and what may come twice can be told to be
 * one. While the mail server is away prompts wait, at the cost of one attempt each look.
 */
@Component
public class PromptSender {

    private static final Logger LOG = LoggerFactory.getLogger(PromptSender.class);
    private static final int AT_ONCE = 200;

    private final AggregateStore<Prompt> prompts;
    private final RecipientLookup receivers;
    private final PromptDelivery delivery;
    private final RemindersProperties properties;
    private final Clock clock;

    PromptSender(
            AggregateStore<Prompt> prompts,
            RecipientLookup receivers,
            PromptDelivery delivery,
            RemindersProperties properties,
            Clock clock) {
        this.prompts = prompts;
        this.receivers = receivers;
        this.delivery = delivery;
        this.properties = properties;
        this.clock = clock;
    }

    /** One look. What can not be sent holds up nothing else, unless nothing can be sent. */
    public void sendDue() {
        for (Key key : prompts.due(clock.instant(), AT_ONCE)) {
            try {
                if (sendOne(key) == SmtpDeliveryResult.AWAY) {
                    LOG.warn("the mail server takes no messages now; what is due waits");
                    return;
                }
            } catch (RuntimeException e) {
                LOG.error("prompt {} could not be sent; it is tried again when its claim ends", key, e);
            }
        }
    }

    private SmtpDeliveryResult sendOne(Key key) {
        Instant now = clock.instant();
        SendingClaim mine = SendingClaim.from(now);
        Prompt prompt = step(key, due -> due.claim(mine, now));
        if (!prompt.isClaimedBy(mine) || held(key, prompt, now)) {
            return SmtpDeliveryResult.TAKEN;
        }
        SmtpDeliveryResult handover = delivery.deliver(key, prompt);
        switch (handover) {
            case TAKEN ->
                step(key, claimed -> claimed.sent(Channel.EMAIL, PromptMailComposer.VERSION, clock.instant()));
            case REFUSED ->
                step(key, claimed -> claimed.sent(Channel.INBOX, PromptMailComposer.VERSION, clock.instant()));
            case AWAY -> step(key, claimed -> claimed.release(mine));
            // The claim stays until it ends: a pause for this one, in which the others go on.
            case NOT_NOW ->
                LOG.warn(
                        "the mail server does not take prompt {} now; it is tried again after {}",
                        key,
                        SendingClaim.LENGTH);
        }
        return handover;
    }

    /** Whether there is a reason not to send it now; then that is recorded. */
    private boolean held(Key key, Prompt prompt, Instant now) {
        if (receivers.left(key.organisation(), prompt.actor())) {
            step(key, claimed -> claimed.suppress(SuppressReason.LEFT));
            return true;
        }
        Recipient receiver = receivers.of(key.organisation(), prompt.actor());
        Optional<SuppressReason> reason = receiver.absentAt(now)
                ? Optional.of(SuppressReason.ABSENT)
                : receiver.nextMoment(now, properties.hoursOf(key.organisation()))
                                .isAfter(now)
                        ? Optional.of(SuppressReason.QUIET)
                        : Optional.empty();
        Instant from = receiver.absentAt(now) ? receiver.afterAbsence(now) : now;
        reason.ifPresent(why -> step(
                key,
                claimed -> claimed.postpone(why, receiver.nextMoment(from, properties.hoursOf(key.organisation())))));
        return reason.isPresent();
    }

    private Prompt step(Key key, Function<Prompt, Decision<Prompt>> step) {
        return prompts.handle(key, MessageContext.system("reminders"), before -> step.apply(before.orElseThrow()))
                .state();
    }
}
