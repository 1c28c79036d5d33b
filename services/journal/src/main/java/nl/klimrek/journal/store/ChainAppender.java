package nl.klimrek.journal.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.ContentionException;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.store.entry.DocumentNames;
import nl.klimrek.journal.store.entry.EntryCodec;
import nl.klimrek.journal.store.entry.EntryRepository;
import nl.klimrek.journal.store.entry.ForkedChainException;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends to chains; {@link JournalStore} argues why a stop at any moment neither loses nor repeats an entry. */
final class ChainAppender {

    private static final Logger LOG = LoggerFactory.getLogger(ChainAppender.class);
    private static final int MAX_ATTEMPTS = 100;
    private static final long MAX_BACKOFF_NANOS = 5_000_000;

    private final ChainHeadRepository heads;
    private final EntryRepository entries;
    private final SettledHeads settled;
    private final StreamSequences streams;
    private final Clock clock;
    private final Consumer<AppendStage> stageListener;

    ChainAppender(
            ChainHeadRepository heads,
            EntryRepository entries,
            SettledHeads settled,
            Clock clock,
            Consumer<AppendStage> stageListener) {
        this.heads = heads;
        this.entries = entries;
        this.settled = settled;
        this.streams = new StreamSequences(entries);
        this.clock = clock;
        this.stageListener = stageListener;
    }

    /** Appends those of a batch that are not in the chain yet. */
    ChainHead append(Organisation organisation, List<NewEntry> newEntries) {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            ChainHead head = attempt == 1 ? settled.lastKnown(organisation) : settled.head(organisation);
            stageListener.accept(AppendStage.SETTLED);
            Map<String, NewEntry> added = withoutExisting(organisation, newEntries);
            if (added.isEmpty()) {
                return head;
            }
            ChainHead.Extension extension = extend(head, added.values());
            StoredChainHead next = stored(extension, added.values());
            stageListener.accept(AppendStage.DEDUPLICATED);
            if (heads.advance(next)) {
                streams.appended(extension);
                logConflicts(head, extension.head());
                stageListener.accept(AppendStage.HEAD_ADVANCED);
                return settled.settle(next);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MAX_BACKOFF_NANOS));
        }
        throw new ContentionException(Key.of(organisation, "head"), MAX_ATTEMPTS);
    }

    /** As {@link JournalStore#appendAfter}. */
    Optional<ChainHead> appendAfter(ChainHead head, NewEntry entry) {
        if (settled.head(head.organisation()).version() != head.version()
                || withoutExisting(head.organisation(), List.of(entry)).isEmpty()) {
            return Optional.empty();
        }
        if (!entries.findAt(head.organisation(), LongStream.of(head.position() + 1))
                .isEmpty()) {
            return refused(head);
        }
        stageListener.accept(AppendStage.DEDUPLICATED);
        ChainHead.Extension extension = extend(head, List.of(entry));
        StoredChainHead next = stored(extension, List.of(entry));
        if (!heads.advance(next)) {
            return Optional.empty();
        }
        streams.appended(extension);
        stageListener.accept(AppendStage.HEAD_ADVANCED);
        return Optional.of(settled.settle(next));
    }

    /** An entry follows the head: another instance has just appended it, or somebody moved the head back. */
    private Optional<ChainHead> refused(ChainHead head) {
        if (settled.head(head.organisation()).version() == head.version()) {
            throw new ForkedChainException(head.position() + 1);
        }
        return Optional.empty();
    }

    /** Logs new conflicts. A stream's name holds ids only. */
    private static void logConflicts(ChainHead before, ChainHead after) {
        after.gaps().conflicts().stream()
                .skip(before.gaps().conflicts().size())
                .forEach(conflict -> LOG.error(
                        "Two different events have the number {} in {} of {}; the later one is {}",
                        conflict.sequence(),
                        conflict.stream(),
                        after.organisation(),
                        conflict.event()));
    }

    /** The entries that are not in the chain, by name. */
    private Map<String, NewEntry> withoutExisting(Organisation organisation, List<NewEntry> newEntries) {
        Map<String, NewEntry> byName = new LinkedHashMap<>();
        newEntries.forEach(draft -> byName.putIfAbsent(DocumentNames.event(organisation, draft.identity()), draft));
        entries.findExisting(byName.keySet()).forEach(byName::remove);
        return byName;
    }

    private ChainHead.Extension extend(ChainHead head, Collection<NewEntry> newEntries) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return head.extend(List.copyOf(newEntries), streams.highest(head, newEntries), now);
    }

    private static StoredChainHead stored(ChainHead.Extension extension, Collection<NewEntry> newEntries) {
        List<Document> pending = new ArrayList<>(newEntries.size());
        Iterator<ChainEntry> entries = extension.entries().iterator();
        newEntries.forEach(
                added -> pending.add(EntryCodec.write(extension.head().organisation(), entries.next(), added)));
        return new StoredChainHead(extension.head(), pending, extension.tiles());
    }
}
