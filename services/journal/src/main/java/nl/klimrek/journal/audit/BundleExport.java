package nl.klimrek.journal.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.checkpoint.CheckpointPublisher;
import nl.klimrek.journal.checkpoint.CheckpointPublisher.ExportEnd;
import nl.klimrek.journal.export.BundleLayout;
import nl.klimrek.journal.export.BundleSource;
import nl.klimrek.journal.export.BundleWriter;
import nl.klimrek.journal.export.ExportFormat;
import nl.klimrek.journal.merkle.DamagedTreeException;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.note.TrustPolicy;
import nl.klimrek.journal.store.JournalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes a journal with its tree, keys and format page, as it is, with any damage. At most 256 entries are in memory at a time.
 */
@Component
final class BundleExport {

    private static final Logger LOG = LoggerFactory.getLogger(BundleExport.class);

    private final JournalStore journal;
    private final CheckpointPublisher checkpoints;

    BundleExport(JournalStore journal, CheckpointPublisher checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /** The current end of a journal, for a bundle; empty while its tree is not signed. */
    Optional<ExportEnd> end(Organisation organisation) {
        return Optional.of(checkpoints.exportEnd(organisation))
                .filter(end -> end.checkpoint().note() != null);
    }

    /** Writes all entries up to this end. An incomplete bundle lacks its last files and does not verify. */
    void write(ExportEnd end, OutputStream out) throws IOException {
        Organisation organisation = end.head().organisation();
        byte[] format = format();
        String policy = new TrustPolicy(checkpoints.noteKeys(organisation)).text();
        BundleWriter.Front front = new BundleWriter.Front(
                checkpoints.note(organisation, BundleLayout.manifest(organisation, format, policy)),
                format,
                policy,
                Objects.requireNonNull(end.checkpoint().note()));
        new BundleWriter(out)
                .write(
                        front,
                        end.head(),
                        new StoredSource(end.head()),
                        ExportFormat.end(end.checkpoint(), checkpoints.publicKey()));
    }

    private static byte[] format() throws IOException {
        try (InputStream page = ExportFormat.class.getResourceAsStream("FORMAT.md")) {
            return Objects.requireNonNull(page, "the format page is in the jar").readAllBytes();
        }
    }

    /** The stored entries and tiles up to a head. */
    private final class StoredSource implements BundleSource {

        private final ChainHead head;

        StoredSource(ChainHead head) {
            this.head = head;
        }

        @Override
        public List<ChainEntry> entries(long from, long to) {
            Map<Long, ChainEntry> found = journal.entries(head.organisation(), LongStream.rangeClosed(from, to));
            return LongStream.rangeClosed(from, to)
                    .mapToObj(found::get)
                    .filter(Objects::nonNull)
                    .toList();
        }

        @Override
        public Optional<Tile> tile(int level, long index) {
            try {
                return Optional.of(journal.tile(head, level, index));
            } catch (DamagedTreeException missing) {
                LOG.error("The bundle of {} lacks a tile: {}", head.organisation(), missing.getMessage());
                return Optional.empty();
            }
        }
    }
}
