package nl.klimrek.people.imports;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.klimrek.people.inbound.EmployeeReader;
import nl.klimrek.people.inbound.ParseResult;
import nl.klimrek.people.person.FieldFault;
import nl.klimrek.people.person.HrField;
import org.apache.commons.csv.CSVFormat;

/**
 * One row of a roster file.
 *
 * @param number its number, the first below the heading is 1
 * @param reading what it says, or what is wrong with it
 * @param original the heading and the row, as CSV
 */
record RosterRow(int number, ParseResult reading, byte[] original) {

    static RosterRow of(int number, List<String> heading, List<String> cells) {
        String csv = String.join("\r\n", CSVFormat.RFC4180.format(heading.toArray()), CSVFormat.RFC4180.format(cells.toArray()));
        return new RosterRow(number, reading(heading, cells), csv.getBytes(StandardCharsets.UTF_8));
    }

    private static ParseResult reading(List<String> heading, List<String> cells) {
        if (cells.size() != heading.size()) {
            return ParseResult.Faulty.of(new FieldFault("row", "cells-differ-from-heading"));
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            put(data, heading.get(i), cells.get(i).strip());
        }
        return EmployeeReader.upserted(data, stated(heading));
    }

    private static Set<HrField> stated(List<String> heading) {
        return heading.stream().map(HrField::named).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static void put(ObjectNode data, String column, String cell) {
        if (column.equals("workingDays") && !cell.isEmpty()) {
            List.of(cell.split("[\\s,;/|]+")).forEach(data.withArray("workingDays")::add);
        } else if (column.equals("hoursPerWeek") && cell.matches("[0-9]{1,4}([.,][0-9]{1,4})?")) {
            data.put(column, new BigDecimal(cell.replace(',', '.')));
        } else {
            data.put(column, cell);
        }
    }
}
