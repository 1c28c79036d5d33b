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
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.deciding.SendingDecision;
import nl.klimrek.reminders.deciding.SendingDiary;
import nl.klimrek.reminders.deciding.SendingPolicy;
import nl.klimrek.reminders.deciding.SendingPolicyLookup;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.SendingClaim;
import nl.klimrek.reminders.timing.Recipient;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;

    MessageSending(
            AggregateStore<Prompt> prompts,
            PromptCatalogue catalogue,
            SendingPolicyLookup policies,
            PromptDelivery delivery,
            Clock clock) {
        this.prompts = prompts;
        this.catalogue = catalogue;
        this.policies = policies;
        this.delivery = delivery;
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
                markSent(person, prompt, Channel.INBOX, policy);
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
        switch (delivery.deliver(person, byMail, message)) {
            case ACCEPTED -> {
                byMail.forEach(prompt -> markSent(person, prompt, Channel.EMAIL, policy));
                return MessageOutcome.SENT;
            }
            case REJECTED, UNDELIVERABLE -> {
                byMail.forEach(prompt -> markSent(person, prompt, Channel.INBOX, policy));
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

    private void markSent(Key person, Prompt prompt, Channel channel, SendingPolicy policy) {
        Instant at = clock.instant();
        step(
                person,
                prompt,
                claimed -> claimed.markSent(
                        channel,
                        PromptMailComposer.TEMPLATE_VERSION,
                        at,
                        followUpAt(catalogue.rule(prompt.action()), policy, at)));
    }

    private static @Nullable Instant followUpAt(PromptRule rule, SendingPolicy policy, Instant sentAt) {
        if (rule.series() == null) {
            return null;
        }
        Recipient recipient = policy.recipient();
        return recipient.nextMoment(
                recipient.startOf(recipient.dayOf(sentAt).plusDays(rule.series().every()), policy.hours()),
                policy.hours());
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
