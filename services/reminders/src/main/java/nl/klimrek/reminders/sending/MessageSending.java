package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.deciding.SendingDecision;
import nl.klimrek.reminders.deciding.SendingDiary;
import nl.klimrek.reminders.deciding.SendingPolicy;
import nl.klimrek.reminders.deciding.SendingPolicyLookup;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.SendingClaim;
import nl.klimrek.reminders.sending.PromptDelivery.DeliveredMessage;
import nl.klimrek.reminders.wording.ChosenWording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides about one person's claimed prompts, sends those that may be sent as one message, and records each decision. */
@Component
class MessageSending {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSending.class);

    private final AggregateStore<Prompt> prompts;
    private final PromptCatalogue catalogue;
    private final SendingPolicyLookup policies;
    private final PromptDelivery delivery;
    private final SeriesTiming series;
    private final Clock clock;

    MessageSending(
            AggregateStore<Prompt> prompts,
            PromptCatalogue catalogue,
            SendingPolicyLookup policies,
            PromptDelivery delivery,
            SeriesTiming series,
            Clock clock) {
        this.prompts = prompts;
        this.catalogue = catalogue;
        this.policies = policies;
        this.delivery = delivery;
        this.series = series;
        this.clock = clock;
    }

    boolean isAvailable() {
        return delivery.isAvailable();
    }

    MessageOutcome send(Key person, List<Prompt> claimed, SendingDiary diary, SendingClaim mine, Instant now) {
        SendingPolicy policy = policies.find(person, diary, now);
        boolean message =
                claimed.stream().anyMatch(prompt -> policy.needsMessage(catalogue.rule(prompt.action()), now));
        List<Prompt> byMail = new ArrayList<>();
        for (Prompt prompt : claimed) {
            SendingDecision decision = policy.decide(catalogue.rule(prompt.action()), message, now);
            if (!decision.isSend()) {
                hold(person, prompt, decision);
            } else if (decision.byMail()) {
                byMail.add(prompt);
            } else {
                markInInbox(person, prompt, policy);
            }
        }
        if (byMail.isEmpty()) {
            return MessageOutcome.NOT_SENT;
        }
        MessageOutcome outcome = deliver(person, byMail, diary, mine, policy);
        return outcome == MessageOutcome.SENT && message ? MessageOutcome.DUTY_SENT : outcome;
    }

    private MessageOutcome deliver(
            Key person, List<Prompt> byMail, SendingDiary diary, SendingClaim mine, SendingPolicy policy) {
        String message = Objects.requireNonNull(diary.open()).id();
        DeliveredMessage delivered = delivery.deliver(person, byMail, message);
        switch (delivered.result()) {
            case ACCEPTED -> {
                delivered
                        .prompts()
                        .forEach(each -> markSent(
                                person,
                                each.prompt(),
                                Channel.EMAIL,
                                each.wording().template(),
                                each.wording().version(),
                                policy));
                return MessageOutcome.SENT;
            }
            case REJECTED, UNDELIVERABLE -> {
                byMail.forEach(prompt -> markInInbox(person, prompt, policy));
                return MessageOutcome.NOT_SENT;
            }
            case UNAVAILABLE -> {
                byMail.forEach(prompt -> step(person, prompt, claimed -> claimed.release(mine)));
                LOG.warn("The mail server is unavailable; due prompts wait");
                return MessageOutcome.NOT_SENT;
            }
            case RETRY_LATER -> {
                LOG.warn(
                        "The mail server rejects message {} for now; it is retried after {}",
                        message,
                        SendingClaim.DURATION);
                return MessageOutcome.RETRY_LATER;
            }
        }
        throw new IllegalStateException("An answer of the mail server is not handled");
    }

    /** The inbox shows the words that a message would have had. */
    private void markInInbox(Key person, Prompt prompt, SendingPolicy policy) {
        ChosenWording words = delivery.inboxWording(person, prompt);
        markSent(person, prompt, Channel.INBOX, words.template(), words.version(), policy);
    }

    private void markSent(
            Key person, Prompt prompt, Channel channel, String template, int version, SendingPolicy policy) {
        Instant at = clock.instant();
        step(
                person,
                prompt,
                claimed -> claimed.markSent(
                        channel,
                        template,
                        version,
                        at,
                        series.followUpAt(catalogue.rule(prompt.action()), policy, at)));
    }

    private void hold(Key person, Prompt prompt, SendingDecision decision) {
        Instant until = decision.until();
        step(
                person,
                prompt,
                claimed -> until == null
                        ? claimed.suppress(Objects.requireNonNull(decision.reason()))
                        : claimed.postpone(Objects.requireNonNull(decision.reason()), until));
    }

    private void step(Key person, Prompt prompt, Function<Prompt, Decision<Prompt>> step) {
        prompts.handle(
                Key.of(person.organisation(), prompt.id()),
                MessageContext.system("reminders"),
                before -> step.apply(before.orElseThrow()));
    }
}
