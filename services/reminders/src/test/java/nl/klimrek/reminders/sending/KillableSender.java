package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.deciding.SendingDiary;
import nl.klimrek.reminders.deciding.SendingPolicyLookup;
import nl.klimrek.reminders.inbox.PromptInbox;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.sending.Faults.Killed;
import nl.klimrek.reminders.timing.RecipientLookup;
import nl.klimrek.testkit.service.ServiceUnderTest;

/** A sender of another instance on the service's store, which can be killed at each of its steps and whose clock can be wrong. */
public final class KillableSender {

    private final Faults faults = new Faults();
    private final SkewedClock clock;
    private final PromptSender sender;

    public KillableSender(ServiceUnderTest service) {
        clock = new SkewedClock(service.clock());
        AggregateStore<Prompt> prompts = FaultyDocuments.of(service.store("promptStore"), faults);
        AggregateStore<PromptInbox> inboxes = service.store("inboxStore");
        AggregateStore<SendingDiary> diaries = FaultyDocuments.of(service.store("diaryStore"), faults);
        PromptCatalogue catalogue = service.bean(PromptCatalogue.class);
        sender = new PromptSender(
                prompts,
                inboxes,
                diaries,
                new MessageSending(
                        prompts,
                        catalogue,
                        service.bean(SendingPolicyLookup.class),
                        service.bean(PromptDelivery.class),
                        service.bean(SeriesTiming.class),
                        clock),
                new FollowUp(prompts, catalogue, service.bean(RecipientLookup.class)),
                clock);
    }

    /** Lets this sender's clock be wrong by so much. */
    public void skew(Duration by) {
        clock.skew = by;
    }

    /** What this sender's clock shows. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Sends what is due for the person of this prompt.
     *
     * @param killAt number of the step that is the last one, from 1; 0 for none
     * @return whether it was killed
     */
    public boolean send(Key prompt, int killAt) {
        faults.killAt(killAt);
        try {
            sender.send(prompt);
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    /** The steps of the last sending. */
    public List<String> steps() {
        return faults.steps();
    }

    private static final class SkewedClock extends Clock {

        private final Clock right;
        private volatile Duration skew = Duration.ZERO;

        SkewedClock(Clock right) {
            this.right = right;
        }

        @Override
        public Instant instant() {
            return right.instant().plus(skew);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("senders read instants alone");
        }
    }
}
