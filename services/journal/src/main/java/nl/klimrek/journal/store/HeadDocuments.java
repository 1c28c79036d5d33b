package nl.klimrek.journal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import nl.klimrek.eventing.Key;
import nl.klimrek.journal.chain.Gap;
import nl.klimrek.journal.chain.Gaps;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.Head;
import org.bson.Document;

/** Heads as documents, with the entries of the last append, which may not have been written anywhere else yet. */
final class HeadDocuments {

    static final String VERSION = "version";
    static final String PENDING = "pending";

    private HeadDocuments() {}

    /** Every field but id and version. */
    static Document fields(Head head, List<Document> pending) {
        List<Document> open = new ArrayList<>();
        head.gaps().open().forEach(gap -> open.add(new Document("stream", gap.stream())
                .append("from", gap.from()).append("to", gap.to()).append("since", gap.since().toString())));
        return new Document("position", head.position())
                .append("hash", head.hash().hex())
                .append("gaps", new Document("open", open)
                        .append("unlisted", head.gaps().unlisted())
                        .append("found", head.gaps().found())
                        .append("repeated", head.gaps().repeated()))
                .append(PENDING, pending);
    }

    static Head read(Document document) {
        Document gaps = document.get("gaps", Document.class);
        List<Gap> open = gaps.getList("open", Document.class).stream()
                .map(gap -> new Gap(gap.getString("stream"), EntryDocuments.number(gap, "from"),
                        EntryDocuments.number(gap, "to"), Instant.parse(gap.getString("since"))))
                .toList();
        return new Head(Key.parse(document.getString("_id")).organisation(), EntryDocuments.number(document, VERSION),
                EntryDocuments.number(document, "position"), new Hash(document.getString("hash")),
                new Gaps(open, EntryDocuments.number(gaps, "unlisted"), EntryDocuments.number(gaps, "found"),
                        EntryDocuments.number(gaps, "repeated")));
    }

    static List<Document> pending(Document document) {
        return document.getList(PENDING, Document.class, List.of());
    }
}
