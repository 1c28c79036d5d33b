package nl.klimrek.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.inbound.DryRun;
import nl.klimrek.people.inbound.EmployeeRecordReader;
import nl.klimrek.people.inbound.ParseResult;
import nl.klimrek.people.inbound.RecordOrigin;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.testkit.service.TestClock;

/** Rows as an import brings them, one file after the other. */
final class RosterFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Organisation organisation;
    private final RecordProcessor processor = PeopleUnderTest.SERVICE.bean(RecordProcessor.class);
    private final TestClock clock = PeopleUnderTest.SERVICE.clock();
    private int files;
    private int rows;
    private Instant startedAt;

    RosterFile(String organisation) {
        this.organisation = new Organisation(organisation);
        nextFile();
    }

    /** From now on, rows belong to another file, said later. */
    RosterFile nextFile() {
        files++;
        startedAt = clock.instant();
        return this;
    }

    /** A row whose columns are the names and whose cells are the values of this JSON, in single quotes. */
    RecordResult row(String json) {
        ObjectNode data = data(json);
        return processor.process(organisation, origin(json), EmployeeRecordReader.upserted(data, stated(data)));
    }

    /** What would become of it. */
    RecordResult preview(String json) {
        ObjectNode data = data(json);
        return processor.preview(organisation, origin(json), EmployeeRecordReader.upserted(data, stated(data)));
    }

    /** A dry run of a file with these rows. */
    List<RecordResult> dryRun(String... rows) {
        DryRun dryRun = processor.dryRun(organisation);
        return Arrays.stream(rows)
                .map(row -> dryRun.preview(origin(row), EmployeeRecordReader.upserted(data(row), stated(data(row)))))
                .toList();
    }

    RecordResult process(ParseResult parsed) {
        return processor.process(organisation, origin("unreadable row"), parsed);
    }

    private RecordOrigin origin(String content) {
        return RecordOrigin.row(
                "csv",
                "file-" + files,
                ++rows,
                startedAt,
                content.getBytes(StandardCharsets.UTF_8),
                MessageContext.system("hr"));
    }

    private static ObjectNode data(String json) {
        return json("{" + json.replace('\'', '"') + "}");
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static Set<HrField> stated(ObjectNode data) {
        return Arrays.stream(HrField.values())
                .map(field -> Optional.of(field).filter(known -> data.has(known.fieldName())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
