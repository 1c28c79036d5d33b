package nl.klimrek.journal.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Content;
import nl.klimrek.journal.chain.Draft;
import nl.klimrek.journal.chain.Entry;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.Step;
import nl.klimrek.journal.chain.TimelineKey;
import org.bson.Document;

/** Entries as documents. Instants are ISO-8601 text, so that what was hashed is what is read back, to the nanosecond. */
final class EntryDocuments {

    static final String PLACE = "place";
    static final String HASH = "hash";

    private static final String TIMELINES = "timelines";

    private EntryDocuments() {}

    static Document write(Organisation organisation, Entry entry, Draft draft) {
        Step step = entry.step();
        List<Document> timelines = new ArrayList<>();
        draft.timelines().forEach(key -> timelines.add(new Document("kind", key.kind().name()).append("id", key.id())));
        return new Document("_id", Names.entry(organisation, draft.identity()))
                .append(PLACE, Names.place(organisation, entry.position()))
                .append("position", entry.position())
                .append("id", step.id())
                .append("type", step.type())
                .append("source", step.source())
                .append("topic", step.topic())
                .append("subject", step.subject())
                .append("sequence", step.sequence())
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
                .append(TIMELINES, timelines);
    }

    /** Empty where somebody changed a document until it is no entry any more: whoever walks the chain misses it there. */
    static Optional<Entry> read(Document document) {
        try {
            return Optional.of(entry(document));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException | DateTimeParseException noEntry) {
            return Optional.empty();
        }
    }

    private static Entry entry(Document document) {
        return new Entry(position(document), step(document), Instant.parse(document.getString("journalledAt")),
                new Content(Content.Kind.valueOf(document.getString("content")), document.getString("data"),
                        new Hash(document.getString("digest"))),
                new Hash(document.getString(HASH)));
    }

    static Step step(Document document) {
        return new Step(document.getString("id"), document.getString("type"), document.getString("source"),
                document.getString("topic"), document.getString("subject"), number(document, "sequence"),
                Instant.parse(document.getString("time")), document.getString("actor"), document.getString("correlation"),
                document.getString("causation"), document.getString("person"));
    }

    static long position(Document document) {
        return number(document, "position");
    }

    static List<TimelineKey> timelines(Document document) {
        return document.getList(TIMELINES, Document.class, List.of()).stream()
                .map(key -> new TimelineKey(TimelineKey.Kind.valueOf(key.getString("kind")), key.getString("id")))
                .toList();
    }

    static long number(Document document, String field) {
        return ((Number) document.get(field)).longValue();
    }
}
