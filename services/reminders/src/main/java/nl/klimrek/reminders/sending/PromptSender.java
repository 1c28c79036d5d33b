package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.deciding.SendingDiary;
import nl.klimrek.reminders.inbox.PromptInbox;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptStatus;
import nl.klimrek.reminders.prompt.SendingClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends what is due for one person as one message, and follows up messages upon which nothing followed.
 *
 * <p>An instance opens the person's message and claims its prompts before it sends. When it dies in between, another sends
 * after the claims end, under the same message id. So no prompt is lost, and a duplicate can be recognised. While the circuit
 * of the mail server is open, prompts wait without being claimed.
 */
@Component
public class PromptSender {

    /** As many as a person can read in one message. */
    private static final int MAX_TOGETHER = 25;

    private final AggregateStore<Prompt> prompts;
    private final AggregateStore<PromptInbox> inboxes;
    private final AggregateStore<SendingDiary> diaries;
    private final MessageSending sending;
    private final FollowUp followUp;
    private final Clock clock;

    PromptSender(
            AggregateStore<Prompt> prompts,
            AggregateStore<PromptInbox> inboxes,
            AggregateStore<SendingDiary> diaries,
            MessageSending sending,
            FollowUp followUp,
            Clock clock) {
        this.prompts = prompts;
        this.inboxes = inboxes;
        this.diaries = diaries;
        this.sending = sending;
        this.followUp = followUp;
        this.clock = clock;
    }

    /** Reads due prompts together, before they are sent one after the other. */
    DuePrompts read(List<Key> keys) {
        return DuePrompts.read(keys, prompts, diaries, inboxes);
    }

    /** Sends the prompt if it is due and free, with what else is due for the person. */
    public void send(Key key) {
        send(key, read(List.of(key)));
    }

    /** Same as {@link #send(Key)}, with what was read a moment ago. */
    void send(Key key, DuePrompts known) {
        Instant now = clock.instant();
        Prompt prompt = known.prompt(key);
        if (prompt == null) {
            return;
        }
        if (prompt.status().isWaiting()) {
            followUp.run(key, prompt, now);
            return;
        }
        if (!sending.isAvailable()) {
            return;
        }
        Key person = Key.of(key.organisation(), prompt.actor());
        sendTogether(person, leadOf(person, prompt, known), known, SendingClaim.from(now), now);
    }

    private void sendTogether(Key person, Prompt lead, DuePrompts known, SendingClaim mine, Instant now) {
        Key key = Key.of(person.organisation(), lead.id());
        SendingDiary diary =
                diary(person, known.diary(person) == null, before -> before.open(messageId(key, lead), mine, now));
        if (diary.isOpenedBy(mine)) {
            List<Prompt> claimed = together(person, key, known, now).stream()
                    .map(each -> step(each, due -> due.claim(mine, now)))
                    .filter(each -> each != null && each.isClaimedBy(mine) && isNamedBy(each, lead))
                    .toList();
            MessageOutcome outcome = sending.send(person, claimed, diary, mine, now);
            if (outcome != MessageOutcome.RETRY_LATER) {
                Instant sentAt = outcome == MessageOutcome.SENT ? now : null;
                diary(person, false, open -> open.close(mine, sentAt));
            }
        }
    }

    /**
     * The prompt that names the message: the lead of a message whose sender stopped, so that the message keeps its id;
     * otherwise this one. A lead is recorded as sent last, so while it is not, its message was not finished.
     */
    private Prompt leadOf(Key person, Prompt prompt, DuePrompts known) {
        return Optional.ofNullable(known.diary(person))
                .map(SendingDiary::open)
                .flatMap(stopped -> prompts.find(stopped.lead(person.organisation()))
                        .map(Versioned::state)
                        .filter(lead -> lead.status() == PromptStatus.SENDING)
                        .filter(lead -> stopped.id().equals(messageId(Key.of(person.organisation(), lead.id()), lead))))
                .orElse(prompt);
    }

    /** A lead in another round than was read has another message id. It waits until its claim ends. */
    private static boolean isNamedBy(Prompt claimed, Prompt lead) {
        return !claimed.id().equals(lead.id()) || claimed.round() == lead.round();
    }

    private static String messageId(Key key, Prompt lead) {
        return key.value() + "." + lead.round();
    }

    /** What is due for the person, the lead last. */
    private List<Key> together(Key person, Key lead, DuePrompts known, Instant now) {
        List<Key> due = known.inbox(person)
                .flatMap(inbox -> inbox.dueAt(now).stream())
                .map(id -> Key.of(person.organisation(), id))
                .filter(key -> !key.equals(lead))
                .limit(MAX_TOGETHER - 1)
                .toList();
        return Stream.concat(due.stream(), Stream.of(lead)).toList();
    }

    /** @param isNew whether the person probably has no diary yet */
    private SendingDiary diary(Key person, boolean isNew, UnaryOperator<SendingDiary> change) {
        MessageContext context = MessageContext.system("reminders");
        Function<Optional<SendingDiary>, Decision<SendingDiary>> decider = before -> {
            SendingDiary known = before.orElse(SendingDiary.EMPTY);
            SendingDiary next = change.apply(known);
            return next.equals(known) ? Decision.unchanged() : Decision.accept(next);
        };
        SendingDiary after =
                (isNew ? diaries.create(person, context, decider) : diaries.handle(person, context, decider)).state();
        return after == null ? SendingDiary.EMPTY : after;
    }

    private @Nullable Prompt step(Key key, Function<Prompt, Decision<Prompt>> step) {
        return prompts.handle(
                        key,
                        MessageContext.system("reminders"),
                        before -> before.map(step).orElseGet(Decision::unchanged))
                .state();
    }
}
