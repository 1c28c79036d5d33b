package nl.klimrek.benchmarks.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.RecordedEvent;
import nl.klimrek.journal.chain.TimelineKey;

/** Batches of journal entries as they arrive: many people, each with a growing stream. */
final class EntryBatches {

    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");
    private static final int PEOPLE = 250;

    private final String round;
    private final int batchSize;

    EntryBatches(String round, int batchSize) {
        this.round = round;
        this.batchSize = batchSize;
    }

    /** The batch with this number; always the same. */
    List<NewEntry> batch(int number) {
        List<NewEntry> drafts = new ArrayList<>(batchSize);
        for (int i = number * batchSize; i < (number + 1) * batchSize; i++) {
            drafts.add(draft(i));
        }
        return drafts;
    }

    private NewEntry draft(int number) {
        String person = "p" + number % PEOPLE;
        String conversation = "c" + number % PEOPLE;
        String correlation = round + "-correlation-" + number;
        RecordedEvent step = new RecordedEvent(
                round + "-" + number,
                "nl.klimrek.conversations.preparation-saved.v1",
                "/klimrek/conversations",
                "klimrek.conversations.v1",
                conversation,
                number / PEOPLE + 1,
                TIME.plusMillis(number),
                person,
                correlation,
                null,
                person);
        String data = "{\"conversation\":\"" + conversation + "\",\"employee\":\"" + person
                + "\",\"counterpart\":\"m1\",\"by\":\"EMPLOYEE\",\"content\":\"" + "0".repeat(64) + "\"}";
        return new NewEntry(
                step,
                EntryContent.of(data.getBytes(StandardCharsets.UTF_8)),
                Set.of(
                        new TimelineKey(TimelineKey.Kind.SUBJECT, conversation),
                        new TimelineKey(TimelineKey.Kind.PERSON, person),
                        new TimelineKey(TimelineKey.Kind.CORRELATION, correlation)));
    }
}
