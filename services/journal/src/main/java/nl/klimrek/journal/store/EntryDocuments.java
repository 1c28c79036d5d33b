package nl.klimrek.journal.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Content;
import nl.klimrek.journal.chain.Draft;
import nl.klimrek.journal.chain.Entry;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.Step;
import org.bson.Document;

/** Entries as documents. Instants are ISO-8601 text, so that what was hashed is what is read back, to the nanosecond. */
final class EntryDocuments {

    static final String PLACE = "place";
    static final String HASH = "hash";

    /** Names of the timelines it is on. */
    static final String ON = "on";

    static final String POSITION = "position";
    static final String SOURCE = "source";
    static final String SUBJECT = "subject";
    static final String SEQUENCE = "sequence";

    private EntryDocuments() {}

    /** @param name of the entry, see {@link Names#entry} */
    static Document write(Organisation organisation, String name, Entry entry, Draft draft) {
        Step step = entry.step();
        return new Document("_id", name)
                .append(PLACE, Names.place(organisation, entry.position()))
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
                .append(ON, Names.timelines(organisation, draft.timelines()));
    }

    /** Empty where somebody changed a document until it is no entry any more: whoever walks the chain misses it there. */
    static Optional<Entry> read(Document document) {
        try {
            return Optional.of(entry(document));
        } catch (IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | DateTimeParseException noEntry) {
            return Optional.empty();
        }
    }

    private static Entry entry(Document document) {
        return new Entry(
                position(document),
                step(document),
                Instant.parse(document.getString("journalledAt")),
                new Content(
                        Content.Kind.valueOf(document.getString("content")),
                        document.getString("data"),
                        new Hash(document.getString("digest"))),
                new Hash(document.getString(HASH)));
    }

    private static Step step(Document document) {
        return new Step(
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
