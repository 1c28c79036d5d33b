package nl.klimrek.journal.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.RecordedEvent;
import org.bson.Document;

/** EntryRepository as documents. Instants are ISO-8601 text, so that what was hashed is what is read back, to the nanosecond. */
final class EntryCodec {

    static final String PLACE = "place";
    static final String HASH = "hash";

    /** DocumentNames of the timelines it is on. */
    static final String ON = "on";

    static final String POSITION = "position";
    static final String SOURCE = "source";
    static final String SUBJECT = "subject";
    static final String SEQUENCE = "sequence";

    private EntryCodec() {}

    /** @param name of the entry, see {@link DocumentNames#entry} */
    static Document write(Organisation organisation, String name, ChainEntry entry, NewEntry draft) {
        RecordedEvent step = entry.step();
        return new Document("_id", name)
                .append(PLACE, DocumentNames.place(organisation, entry.position()))
                .append(POSITION, entry.position())
                .append("id", step.id())
                .append("type", step.type())
                .append(SOURCE, step.source())
                .append("topic", step.topic())
                .append(SUBJECT, step.subject())
                .append(SEQUENCE, step.sequence())
                .append("time", step.time().toString())
                .append("actor", step.actor())
                .append("correlation", step.correlation())
                .append("causation", step.causation())
                .append("person", step.person())
                .append("journalledAt", entry.journalledAt().toString())
                .append("content", entry.content().kind().name())
                .append("data", entry.content().data())
                .append("digest", entry.content().digest().hex())
                .append(HASH, entry.hash().hex())
                .append(ON, DocumentNames.timelines(organisation, draft.timelines()));
    }

    /** Empty where somebody changed a document until it is no entry any more: whoever walks the chain misses it there. */
    static Optional<ChainEntry> read(Document document) {
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
                step(document),
                Instant.parse(document.getString("journalledAt")),
                new EntryContent(
                        EntryContent.Kind.valueOf(document.getString("content")),
                        document.getString("data"),
                        new Hash(document.getString("digest"))),
                new Hash(document.getString(HASH)));
    }

    private static RecordedEvent step(Document document) {
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
                document.getString("person"));
    }

    static long position(Document document) {
        return number(document, POSITION);
    }

    static long number(Document document, String field) {
        return ((Number) document.get(field)).longValue();
    }
}
