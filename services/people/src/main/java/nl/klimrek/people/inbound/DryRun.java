package nl.klimrek.people.inbound;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.duplicates.Duplicates;
import nl.klimrek.people.duplicates.Newcomers;
import nl.klimrek.people.person.FieldFault;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.person.StableId;

/**
 * Tells of each row of one file what would become of it, and changes nothing. It keeps two numbers per row, so that two
 * rows about one person and day are noticed as they are when the file is imported. Rows about different people may be
 * asked about at once.
 */
public final class DryRun {

    private final Organisation organisation;
    private final RecordProcessor processor;
    private final Map<Long, Long> rows = new ConcurrentHashMap<>();
    private final Newcomers newcomers = new Newcomers();

    DryRun(Organisation organisation, RecordProcessor processor) {
        this.organisation = organisation;
        this.processor = processor;
    }

    /** What would become of this row, after the rows that were asked about before. */
    public RecordResult preview(RecordOrigin origin, ParseResult parsed) {
        RecordResult alone = processor.preview(organisation, origin, parsed);
        if (alone.setAside() != null || !(parsed instanceof ParseResult.Upserted upserted)) {
            return alone;
        }
        Long before = rows.putIfAbsent(hash(parsed.number(), upserted.effectiveAt().toString()), hash(origin.print()));
        if (before != null && !before.equals(hash(origin.print()))) {
            return RecordProcessor.waiting(QuarantineReason.INVALID_FIELD, new FieldFault("employeeNumber", "twice-in-file"));
        }
        return alone.person() == null ? besideNewcomers(alone, upserted) : alone;
    }

    private RecordResult besideNewcomers(RecordResult alone, ParseResult.Upserted row) {
        Duplicates.Check alike = newcomers.add(row.number(), row.facts());
        if (!alike.likely().isEmpty()) {
            return RecordProcessor.possiblyKnown(alike.likely());
        }
        return alone.asking(Stream.concat(alone.questions().stream(), alike.possible().stream()).toList());
    }

    private static long hash(String... parts) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(StableId.of(parts))).getLong();
    }
}
