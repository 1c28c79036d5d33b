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

/** Steps as they arrive at the journal: many people, each with a stream that counts on. */
final class Events {

    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");
    private static final int PEOPLE = 250;

    private final String round;
    private final int atOnce;

    Events(String round, int atOnce) {
        this.round = round;
        this.atOnce = atOnce;
    }

    /** The same batch whenever it is asked for. */
    List<NewEntry> batch(int number) {
        List<NewEntry> drafts = new ArrayList<>(atOnce);
        for (int i = number * atOnce; i < (number + 1) * atOnce; i++) {
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
