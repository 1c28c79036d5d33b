package nl.klimrek.standalone.hr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.klimrek.standalone.hr.Managers.Candidate;
import nl.klimrek.standalone.hr.Managers.Found;

/** Turns the rows of an export into records. What can not be converted is passed on as written, for people to set aside. */
final class Export {

    private static final Set<String> DATES = Set.of("effectiveAt", "startDate", "endDate", "absentFrom", "absentUntil");

    private final ExportMap map;
    private final DateForm dates;
    private final LocalDate today;

    Export(ExportMap map, LocalDate today) {
        this.map = map;
        this.dates = map.dateForm();
        this.today = today;
    }

    /** One record per row, managers before those who report to them, so that most find theirs at once. */
    List<HrRow> records(ExportFile file) {
        map.fits(file.columns());
        List<ObjectNode> data = file.rows().stream().map(this::data).toList();
        Managers managers = new Managers(data.stream().filter(person -> person.has("employeeNumber"))
                .map(person -> new Candidate(person.path("employeeNumber").asText(), name(person),
                        Candidate.here(person.path("endDate").asText(null), today))).toList());
        List<HrRow> rows = new ArrayList<>();
        for (ExportRow row : file.rows()) {
            ObjectNode person = data.get(row.number() - 1);
            Found found = map.managerName() == null ? new Found(null, null) : managers.find(row.cell(map.managerName()));
            if (found.number() != null) {
                person.put("managerNumber", found.number());
            }
            rows.add(new HrRow(row.number(), person, found.why()));
        }
        return managersFirst(rows);
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
        } else if (field.equals("hoursPerWeek") && value.matches("[0-9]{1,4}([.,][0-9]{1,4})?")) {
            data.put(field, new BigDecimal(value.replace(',', '.')));
        } else {
            data.put(field, value);
        }
    }

    private static PersonName name(ObjectNode person) {
        return new PersonName(person.path("givenName").asText(""), person.path("familyName").asText(""));
    }

    private static List<HrRow> managersFirst(List<HrRow> rows) {
        Map<String, String> managerOf = new HashMap<>();
        rows.forEach(row -> managerOf.put(row.number(), row.manager()));
        Map<HrRow, Integer> depth = new HashMap<>();
        rows.forEach(row -> depth.put(row, depth(row, managerOf)));
        return rows.stream().sorted((one, other) -> Integer.compare(depth.get(one), depth.get(other))).toList();
    }

    private static int depth(HrRow row, Map<String, String> managerOf) {
        int depth = 0;
        String manager = row.manager();
        // A chain longer than the deepest organisation is a cycle; its order is of no use.
        while (!manager.isEmpty() && managerOf.containsKey(manager) && depth < 64) {
            depth++;
            manager = managerOf.get(manager);
        }
        return depth;
    }
}
