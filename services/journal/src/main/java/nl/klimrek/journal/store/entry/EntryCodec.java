package nl.klimrek.journal.store.entry;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.RecordedEvent;
import org.bson.Document;

/** Converts entries to documents and back. Instants are ISO-8601 text, so the hashed value is read back exactly. */
public final class EntryCodec {

    public static final String HASH = "hash";

    /** Names of the entry's timelines. */
    public static final String ON = "on";

    public static final String POSITION = "position";
    public static final String SOURCE = "source";
    public static final String SUBJECT = "subject";
    public static final String SEQUENCE = "sequence";

    /** Absent in the first epoch. */
    public static final String EPOCH = "epoch";

    private EntryCodec() {}

    public static Document write(Organisation organisation, ChainEntry entry, NewEntry added) {
        RecordedEvent event = entry.event();
        Document document = new Document("_id", DocumentNames.place(organisation, entry.position()))
                .append(POSITION, entry.position())
                .append("id", event.id())
                .append("type", event.type())
                .append(SOURCE, event.source())
                .append("topic", event.topic())
                .append(SUBJECT, event.subject())
                .append(SEQUENCE, event.sequence())
                .append("time", event.time().toString())
                .append("actor", event.actor())
                .append("correlation", event.correlation())
                .append("causation", event.causation())
                .append("person", event.person())
                .append("journalledAt", entry.journalledAt().toString())
                .append("content", entry.content().kind().name())
                .append("data", entry.content().data())
                .append("digest", entry.content().digest().hex())
                .append(HASH, entry.hash().hex())
                .append(ON, DocumentNames.timelines(organisation, added.timelines()));
        return event.epoch() == 0 ? document : document.append(EPOCH, event.epoch());
    }

    /** The entry; empty when the document is damaged. Verification then reports the entry as missing. */
    public static Optional<ChainEntry> read(Document document) {
        try {
            return Optional.of(entry(document));
        } catch (IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | DateTimeParseException noEntry) {
            return Optional.empty();
        }
    }

    private static ChainEntry entry(Document document) {
        return new ChainEntry(
                position(document),
                event(document),
                Instant.parse(document.getString("journalledAt")),
                new EntryContent(
                        EntryContent.Kind.valueOf(document.getString("content")),
                        document.getString("data"),
                        new Hash(document.getString("digest"))),
                new Hash(document.getString(HASH)));
    }

    private static RecordedEvent event(Document document) {
        return new RecordedEvent(
                document.getString("id"),
                document.getString("type"),
                document.getString(SOURCE),
                document.getString("topic"),
                document.getString(SUBJECT),
                number(document, SEQUENCE),
                Instant.parse(document.getString("time")),
                document.getString("actor"),
                document.getString("correlation"),
                document.getString("causation"),
                document.getString("person"),
                epoch(document));
    }

    private static long epoch(Document document) {
        return document.containsKey(EPOCH) ? number(document, EPOCH) : 0;
    }

    /** The stream of a stored entry; empty when the document is damaged. */
    public static Optional<String> stream(Document document) {
        return document.get(SOURCE) instanceof String source
                        && document.get(SUBJECT) instanceof String subject
                        && (!document.containsKey(EPOCH) || document.get(EPOCH) instanceof Number)
                ? Optional.of(RecordedEvent.stream(source, subject, epoch(document)))
                : Optional.empty();
    }

    public static long position(Document document) {
        return number(document, POSITION);
    }

    public static long number(Document document, String field) {
        return Objects.requireNonNull((Number) document.get(field), field).longValue();
    }
}
