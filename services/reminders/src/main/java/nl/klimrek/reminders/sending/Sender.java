package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.RemindersProperties;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptStatus;
import nl.klimrek.reminders.timing.Receiver;
import nl.klimrek.reminders.timing.Receivers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. Of many instances one claims a prompt before it sends; when that one dies in between, another
 * sends after the claim ends, under the same message id. So nothing is lost, and what may come twice can be told to be
 * one.
 */
@Component
class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int AT_ONCE = 200;
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Cause CLOCK = Cause.system("reminders");

    private final AggregateStore<Prompt> prompts;
    private final Addresses addresses;
    private final Receivers receivers;
    private final MessageWriter writer;
    private final Mailer mailer;
    private final RemindersProperties properties;
    private final Clock clock;

    Sender(AggregateStore<Prompt> prompts, Addresses addresses, Receivers receivers, MessageWriter writer, Mailer mailer,
            RemindersProperties properties, Clock clock) {
        this.prompts = prompts;
        this.addresses = addresses;
        this.receivers = receivers;
        this.writer = writer;
        this.mailer = mailer;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${klimrek.reminders.look-every:5s}")
    void sendDue() {
        for (Key key : prompts.due(clock.instant(), AT_ONCE)) {
            try {
                sendOne(key);
            } catch (MailException e) {
                LOG.warn("the mail server does not take messages now; what is due is tried again after {}", CLAIM);
                return;
            }
        }
    }

    private void sendOne(Key key) {
        Instant now = clock.instant();
        Versioned<Prompt> claimed = step(key, prompt -> prompt.claim(now, CLAIM));
        Prompt prompt = claimed.state();
        if (prompt.status() != PromptStatus.SENDING || !now.plus(CLAIM).equals(prompt.claimedUntil())) {
            return;
        }
        if (receivers.left(key.organisation(), prompt.actor())) {
            step(key, p -> p.suppress(SuppressReason.LEFT));
            return;
        }
        Receiver receiver = receivers.of(key.organisation(), prompt.actor());
        if (receiver.absentAt(now)) {
            Instant later = receiver.nextMoment(receiver.afterAbsence(now), properties.hoursOf(key.organisation()));
            step(key, p -> p.postpone(SuppressReason.ABSENT, later));
            return;
        }
        Instant allowed = receiver.nextMoment(now, properties.hoursOf(key.organisation()));
        if (allowed.isAfter(now)) {
            step(key, p -> p.postpone(SuppressReason.QUIET, allowed));
            return;
        }
        Channel channel = deliver(key, prompt);
        step(key, p -> p.sent(channel, MessageWriter.template(prompt), MessageWriter.VERSION, clock.instant()));
    }

    /** By e-mail where there is an address; the inbox has it in any case. */
    private Channel deliver(Key key, Prompt prompt) {
        Address address = addresses.of(Key.of(key.organisation(), prompt.actor()));
        if (address.email() == null) {
            return Channel.INBOX;
        }
        try {
            mailer.send(writer.write(prompt, address), key.value() + "." + prompt.round());
            return Channel.EMAIL;
        } catch (Mailer.UnsendableException e) {
            LOG.warn("prompt {} can not be sent by e-mail: {}", key, e.getMessage());
            return Channel.INBOX;
        }
    }

    private Versioned<Prompt> step(Key key, Function<Prompt, Decision<Prompt>> step) {
        return prompts.handle(key, CLOCK, before -> step.apply(before.orElseThrow()));
    }
}
