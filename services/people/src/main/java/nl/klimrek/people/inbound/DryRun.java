package nl.klimrek.people.inbound;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.duplicates.DryRunNewcomers;
import nl.klimrek.people.duplicates.DuplicateService;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.hrrecord.StableId;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.RecordResult;

/**
 * Tells the result that each row of one file would have, and changes nothing. It keeps the state of the first {@value
 * #MAX_PEOPLE} people, so that a later row about one of them gets the result of the import. Beyond that it keeps two
 * numbers a row, to notice two rows about one person and day. Rows about different people may be previewed at once.
 */
public final class DryRun {

    private static final int MAX_PEOPLE = 20_000;

    private final Organisation organisation;
    private final RecordProcessor processor;
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<Long, Long> rows = new ConcurrentHashMap<>();
    private final DryRunNewcomers newcomers = new DryRunNewcomers();

    DryRun(Organisation organisation, RecordProcessor processor) {
        this.organisation = organisation;
        this.processor = processor;
    }

    /** The result that this row would have, after the rows that were previewed before. */
    public RecordResult preview(RecordOrigin origin, ParseResult parsed) {
        RecordResult alone = processor.preview(organisation, origin, parsed, new PreviewedPeople());
        if (alone.setAside() != null || !(parsed instanceof ParseResult.Upserted upserted)) {
            return alone;
        }
        Long before = rows.putIfAbsent(
                hash(upserted.number(), upserted.effectiveAt().toString()), hash(origin.fingerprint()));
        if (before != null && !before.equals(hash(origin.fingerprint()))) {
            return SetAsideResults.of(
                    QuarantineReason.INVALID_FIELD, new FieldFault("employeeNumber", "twice-in-file"));
        }
        return alone.person() == null ? besideNewcomers(alone, upserted) : alone;
    }

    private RecordResult besideNewcomers(RecordResult alone, ParseResult.Upserted row) {
        DuplicateService.Check alike = newcomers.add(row.number(), row.facts());
        if (!alike.likely().isEmpty()) {
            return SetAsideResults.possiblyKnown(alike.likely());
        }
        return alone.withQuestions(Stream.concat(alone.questions().stream(), alike.possible().stream())
                .toList());
    }

    private final class PreviewedPeople implements RecordProcessor.EarlierRows {

        @Override
        public Optional<Person> find(String number) {
            return Optional.ofNullable(people.get(number));
        }

        @Override
        public void remember(String number, Person person) {
            if (people.size() < MAX_PEOPLE || people.containsKey(number)) {
                people.put(number, person);
            }
        }
    }

    private static long hash(String... parts) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(StableId.of(parts))).getLong();
    }
}
