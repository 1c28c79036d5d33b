package nl.klimrek.people.imports;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.people.inbound.EmployeeReader;
import nl.klimrek.people.inbound.Reading;
import nl.klimrek.people.quarantine.FieldFault;
import org.apache.commons.csv.CSVFormat;

/**
 * One row of a roster file.
 *
 * @param number its number, the first below the heading is 1
 * @param reading what it says, or what is wrong with it
 * @param original the heading and the row, as CSV
 */
record RosterRow(int number, Reading reading, byte[] original) {

    /** @param numbersBefore employee numbers of earlier rows; this row's is added */
    static RosterRow of(int number, List<String> heading, List<String> cells, Set<String> numbersBefore) {
        String csv = String.join("\r\n", CSVFormat.RFC4180.format(heading.toArray()), CSVFormat.RFC4180.format(cells.toArray()));
        return new RosterRow(number, reading(heading, cells, numbersBefore), csv.getBytes(StandardCharsets.UTF_8));
    }

    /** What is wrong with it; empty when nothing is. */
    List<RowFault> faults() {
        return reading instanceof Reading.Faulty faulty
                ? faulty.faults().stream().map(fault -> new RowFault(number, fault.field(), fault.code())).toList()
                : List.of();
    }

    private static Reading reading(List<String> heading, List<String> cells, Set<String> numbersBefore) {
        if (cells.size() != heading.size()) {
            return invalid("row", "cells-differ-from-heading");
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            put(data, heading.get(i), cells.get(i).strip());
        }
        Reading reading = EmployeeReader.upserted(data);
        return reading instanceof Reading.Upserted upserted && !numbersBefore.add(upserted.number())
                ? invalid("employeeNumber", "twice-in-file") : reading;
    }

    private static Reading invalid(String field, String code) {
        return new Reading.Faulty(QuarantineReason.INVALID_FIELD, List.of(new FieldFault(field, code)));
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
