package nl.klimrek.journal.verify;

import java.time.Instant;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.RecordedEvent;

/** One entry's line in an export; members in this order, those that are null left out. */
record ExportedEntry(
        long position,
        String id,
        String type,
        String source,
        String topic,
        String subject,
        long sequence,
        String time,
        String actor,
        String correlation,
        String causation,
        String person,
        String journalledAt,
        String content,
        String data,
        String digest,
        String hash) {

    static ExportedEntry of(ChainEntry entry) {
        RecordedEvent step = entry.step();
        return new ExportedEntry(
                entry.position(),
                step.id(),
                step.type(),
                step.source(),
                step.topic(),
                step.subject(),
                step.sequence(),
                step.time().toString(),
                step.actor(),
                step.correlation(),
                step.causation(),
                step.person(),
                entry.journalledAt().toString(),
                entry.content().kind().name(),
                entry.content().data(),
                entry.content().digest().hex(),
                entry.hash().hex());
    }

    /** Throws a runtime exception where a member is none that an entry can have. */
    ChainEntry entry() {
        RecordedEvent step = new RecordedEvent(
                id, type, source, topic, subject, sequence, Instant.parse(time), actor, correlation, causation, person);
        EntryContent kept = new EntryContent(EntryContent.Kind.valueOf(content), data, new Hash(digest));
        return new ChainEntry(position, step, Instant.parse(journalledAt), kept, new Hash(hash));
    }
}
