package nl.klimrek.journal.chain;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import nl.klimrek.eventing.Organisation;

/** New entries for tests, all of one organisation and moment. */
public final class EventFixture {

    public static final Organisation DEMO = new Organisation("demo");
    public static final Instant NOW = Instant.parse("2026-11-22T10:15:30.125Z");

    private EventFixture() {}

    /** A clock that stands at {@link #NOW}. */
    public static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** The event with this number in a conversation's stream, about Anna. */
    public static NewEntry draft(String conversation, long sequence) {
        return draft(conversation, sequence, "e-" + conversation + "-" + sequence);
    }

    /** The same, under an event id of its own. */
    public static NewEntry draft(String conversation, long sequence, String eventId) {
        return draft(conversation, sequence, eventId, 0);
    }

    /** The same, in this epoch of the stream. */
    public static NewEntry draft(String conversation, long sequence, String eventId, long epoch) {
        RecordedEvent step = new RecordedEvent(
                eventId,
                "nl.klimrek.conversations.conversation-planned.v1",
                "/klimrek/conversations",
                "klimrek.conversations.v1",
                conversation,
                sequence,
                NOW.minusSeconds(60),
                "anna",
                "undertaking-" + conversation,
                null,
                "anna",
                epoch);
        String data = "{\"conversation\":\"" + conversation + "\",\"employee\":\"anna\",\"counterpart\":\"bram\"}";
        return new NewEntry(
                step,
                EntryContent.of(data.getBytes(StandardCharsets.UTF_8)),
                Set.of(
                        new TimelineKey(TimelineKey.Kind.SUBJECT, conversation),
                        new TimelineKey(TimelineKey.Kind.CORRELATION, "undertaking-" + conversation),
                        new TimelineKey(TimelineKey.Kind.PERSON, "anna")));
    }
}
