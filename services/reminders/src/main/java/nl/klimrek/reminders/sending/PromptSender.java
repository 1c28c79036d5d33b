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
 * Sends one due prompt.
 *
 * <p>An instance claims a prompt before it sends. When it dies in between, another sends after the claim ends, under the
 * same message id. So no prompt is lost, and a duplicate can be recognised. While the circuit of the mail server is open,
 * prompts wait without being claimed.
 */
@Component
public class PromptSender {

    private static final Logger LOG = LoggerFactory.getLogger(PromptSender.class);

    private final AggregateStore<Prompt> prompts;
    private final RecipientLookup recipients;
    private final PromptDelivery delivery;
    private final RemindersProperties properties;
    private final Clock clock;

    PromptSender(
            AggregateStore<Prompt> prompts,
            RecipientLookup recipients,
            PromptDelivery delivery,
            RemindersProperties properties,
            Clock clock) {
        this.prompts = prompts;
        this.recipients = recipients;
        this.delivery = delivery;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sends the prompt if it is due and free. */
    public void send(Key key) {
        if (!delivery.isAvailable()) {
            return;
        }
        Instant now = clock.instant();
        SendingClaim mine = SendingClaim.from(now);
        Prompt prompt = step(key, due -> due.claim(mine, now));
        if (prompt.isClaimedBy(mine) && !suppressed(key, prompt, now)) {
            deliver(key, prompt, mine);
        }
    }

    private void deliver(Key key, Prompt prompt, SendingClaim mine) {
        switch (delivery.deliver(key, prompt)) {
            case ACCEPTED ->
                step(
                        key,
                        claimed ->
                                claimed.markSent(Channel.EMAIL, PromptMailComposer.TEMPLATE_VERSION, clock.instant()));
            case REJECTED ->
                step(
                        key,
                        claimed ->
                                claimed.markSent(Channel.INBOX, PromptMailComposer.TEMPLATE_VERSION, clock.instant()));
            case UNAVAILABLE -> {
                step(key, claimed -> claimed.release(mine));
                LOG.warn("The mail server is unavailable; due prompts wait");
            }
            // The claim stays until it ends, so this prompt pauses while the others go on.
            case RETRY_LATER ->
                LOG.warn(
                        "The mail server rejects prompt {} for now; it is retried after {}",
                        key,
                        SendingClaim.DURATION);
        }
    }

    /** Suppresses or postpones a prompt that may not be sent now; returns whether it did. */
    private boolean suppressed(Key key, Prompt prompt, Instant now) {
        if (recipients.hasLeft(key.organisation(), prompt.actor())) {
            step(key, claimed -> claimed.suppress(SuppressReason.LEFT));
            return true;
        }
        Recipient recipient = recipients.find(key.organisation(), prompt.actor());
        Optional<SuppressReason> reason = recipient.absentAt(now)
                ? Optional.of(SuppressReason.ABSENT)
                : recipient
                                .nextMoment(now, properties.hoursOf(key.organisation()))
                                .isAfter(now)
                        ? Optional.of(SuppressReason.QUIET)
                        : Optional.empty();
        Instant from = recipient.absentAt(now) ? recipient.afterAbsence(now) : now;
        reason.ifPresent(why -> step(
                key,
                claimed -> claimed.postpone(why, recipient.nextMoment(from, properties.hoursOf(key.organisation())))));
        return reason.isPresent();
    }

    private Prompt step(Key key, Function<Prompt, Decision<Prompt>> step) {
        return prompts.handle(key, MessageContext.system("reminders"), before -> step.apply(before.orElseThrow()))
                .state();
    }
}
