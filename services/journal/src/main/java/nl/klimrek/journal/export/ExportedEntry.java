package nl.klimrek.journal.export;

import java.time.Instant;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The line of an entry in an export. Its members are in this order, without those that are null. */
record ExportedEntry(
        long position,
        String id,
        String type,
        String source,
        String topic,
        String subject,
        long sequence,
        @Nullable Long epoch,
        String time,
        @Nullable String actor,
        @Nullable String correlation,
        @Nullable String causation,
        String person,
        String journalledAt,
        String content,
        @Nullable String data,
        String digest,
        String hash) {

    static ExportedEntry of(ChainEntry entry) {
        RecordedEvent event = entry.event();
        return new ExportedEntry(
                entry.position(),
                event.id(),
                event.type(),
                event.source(),
                event.topic(),
                event.subject(),
                event.sequence(),
                event.epoch() == 0 ? null : event.epoch(),
                event.time().toString(),
                event.actor(),
                event.correlation(),
                event.causation(),
                event.person(),
                entry.journalledAt().toString(),
                entry.content().kind().name(),
                entry.content().data(),
                entry.content().digest().hex(),
                entry.hash().hex());
    }

    /** Throws a runtime exception where a member is none that an entry can have. */
    ChainEntry entry() {
        RecordedEvent event = new RecordedEvent(
                id,
                type,
                source,
                topic,
                subject,
                sequence,
                Instant.parse(time),
                actor,
                correlation,
                causation,
                person,
                epoch == null ? 0 : epoch);
        EntryContent kept = new EntryContent(EntryContent.Kind.valueOf(content), data, new Hash(digest));
        return new ChainEntry(position, event, Instant.parse(journalledAt), kept, new Hash(hash));
    }
}
