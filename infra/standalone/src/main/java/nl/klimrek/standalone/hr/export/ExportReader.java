package nl.klimrek.standalone.hr.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.people.hrrecord.StableId;
import nl.klimrek.standalone.hr.export.ManagerLookup.Candidate;
import nl.klimrek.standalone.hr.export.ManagerLookup.Found;

/**
 * Converts the rows of an export into HR records, one window at a time. Values that cannot be converted are sent
 * unchanged, and the people service quarantines them.
 */
public final class ExportReader implements AutoCloseable {

    private static final Set<String> DATES = Set.of("effectiveAt", "startDate", "endDate", "absentFrom", "absentUntil");
    private static final int READ_AT_ONCE = 1_000;

    private final ExportMapping map;
    private final DatePattern dates;
    private final String source;
    private final ExportFile file;
    private final ManagerLookup managers;
    private final long rows;

    private ExportReader(ExportMapping map, String source, ExportFile file, ManagerLookup managers, long rows) {
        this.map = map;
        this.dates = map.dateForm();
        this.source = source;
        this.file = file;
        this.managers = managers;
        this.rows = rows;
    }

    /**
     * Reads the whole file once to validate it, and opens it at its first row.
     *
     * @param mapping mapping file; null if the columns are named after the fields
     * @param encoding encoding of the text; null to detect it
     */
    public static ExportReader open(Path path, Path mapping, String encoding, String source, LocalDate today) {
        try (ExportFile look = ExportFile.open(path, encoding)) {
            ExportMapping map = mapping == null ? ExportMapping.none(look.columns()) : ExportMapping.read(mapping);
            map.fits(look.columns());
            ExportReader reading = new ExportReader(map, source, look, new ManagerLookup(List.of()), 0);
            List<Candidate> candidates = new ArrayList<>();
            long rows = 0;
            for (List<ExportRow> some = look.next(READ_AT_ONCE); !some.isEmpty(); some = look.next(READ_AT_ONCE)) {
                rows += some.size();
                if (map.managerName() != null) {
                    some.stream()
                            .map(reading::data)
                            .filter(person -> person.has("employeeNumber"))
                            .map(person -> candidate(person, today))
                            .forEach(candidates::add);
                }
            }
            if (rows == 0) {
                throw new CannotLoadException("There are no rows in " + path + ".");
            }
            return new ExportReader(map, source, ExportFile.open(path, encoding), new ManagerLookup(candidates), rows);
        }
    }

    public long rows() {
        return rows;
    }

    public String readAs() {
        return file.readAs();
    }

    /** Fields that the records of this export set; other fields stay unchanged. */
    public String fields() {
        Set<String> fields = new TreeSet<>(map.fields().keySet());
        if (map.managerName() != null) {
            fields.add("managerNumber");
        }
        return String.join(",", fields);
    }

    /** The next rows, managers before their reports where possible; empty at the end. */
    public List<ExportRecord> next(int most) {
        return managersFirst(file.next(most).stream().map(this::outgoing).toList());
    }

    /** Skips rows that an earlier run has sent. */
    public void skip(long count) {
        for (long left = count; left > 0; left -= READ_AT_ONCE) {
            file.next((int) Math.min(left, READ_AT_ONCE));
        }
    }

    private ExportRecord outgoing(ExportRow row) {
        ObjectNode person = row.fault() == null ? data(row) : notFitting(row);
        Found found = map.managerName() == null || row.fault() != null
                ? new Found(null, null)
                : managers.find(row.cell(map.managerName()));
        if (found.number() != null) {
            person.put("managerNumber", found.number());
        }
        String name = (person.path("givenName").asText("") + " "
                        + person.path("familyName").asText(""))
                .strip();
        return new ExportRecord(
                new SentRow(
                        row.number(),
                        person.path("employeeNumber").asText(""),
                        person.path("managerNumber").asText(""),
                        name,
                        "row-" + StableId.of(source, person.toString()),
                        found.why(),
                        row.fault()),
                person);
    }

    /** The row does not match the heading, so its record carries no personal fields and is quarantined. */
    private static ObjectNode notFitting(ExportRow row) {
        return JsonNodeFactory.instance.objectNode().put("row", row.number()).put("fault", row.fault());
    }

    private ObjectNode data(ExportRow row) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        map.fields().forEach((field, rule) -> {
            String value = rule.of(row);
            if (!value.isEmpty()) {
                put(data, field, DATES.contains(field) ? dates.iso(value) : value);
            }
        });
        return data;
    }

    private static void put(ObjectNode data, String field, String value) {
        if (field.equals("workingDays")) {
            List.of(value.split("[\\s,;/|]+")).forEach(data.putArray(field)::add);
        } else if (field.equals("hoursPerWeek") && value.matches("[0-9]{1,4}([.,][0-9]{1,6})?")) {
            data.put(field, new BigDecimal(value.replace(',', '.')));
        } else {
            data.put(field, value);
        }
    }

    private static Candidate candidate(ObjectNode person, LocalDate today) {
        return new Candidate(
                person.path("employeeNumber").asText(),
                new PersonName(
                        person.path("givenName").asText(""),
                        person.path("familyName").asText("")),
                Candidate.here(person.path("endDate").asText(null), today));
    }

    private static List<ExportRecord> managersFirst(List<ExportRecord> window) {
        Map<String, String> managerOf = new HashMap<>();
        window.forEach(each -> managerOf.put(each.row().number(), each.row().manager()));
        record WithDepth(ExportRecord row, int depth) {}
        return window.stream()
                .map(each -> new WithDepth(each, depth(each.row(), managerOf)))
                .sorted(Comparator.comparingInt(WithDepth::depth))
                .map(WithDepth::row)
                .toList();
    }

    private static int depth(SentRow row, Map<String, String> managerOf) {
        int depth = 0;
        String manager = row.manager();
        // A chain longer than the deepest organisation is a cycle.
        while (!manager.isEmpty() && managerOf.containsKey(manager) && depth < 64) {
            depth++;
            manager = managerOf.get(manager);
        }
        return depth;
    }

    @Override
    public void close() {
        file.close();
    }
}
