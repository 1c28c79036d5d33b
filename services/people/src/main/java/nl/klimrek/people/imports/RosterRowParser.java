package nl.klimrek.people.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.inbound.EmployeeRecordReader;
import nl.klimrek.people.inbound.ParseResult;
import nl.klimrek.servicekit.tabular.TableRow;
import org.apache.commons.csv.CSVFormat;

/** Parses the rows of one roster file, as records from Kafka are parsed. */
final class RosterRowParser {

    /** The character that a program writes for a letter it could not read. */
    private static final char LOST = '\uFFFD';

    private final List<String> heading;
    private final String headingLine;
    private final Set<HrField> stated;

    RosterRowParser(RosterColumns columns) {
        this.heading = columns.names();
        this.headingLine = CSVFormat.RFC4180.format(heading.toArray());
        this.stated = columns.stated();
    }

    ParseResult parse(TableRow row) {
        List<String> cells = row.cells();
        if (cells.size() != heading.size()) {
            return ParseResult.Faulty.of(new FieldFault(
                    "row",
                    row.cutOff() ? "cut-off" : "cells-differ-from-heading",
                    cells.size() + "/" + heading.size()));
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).indexOf(LOST) >= 0) {
                return ParseResult.Faulty.of(new FieldFault(heading.get(i), "letters-lost"));
            }
            put(data, heading.get(i), cells.get(i));
        }
        return EmployeeRecordReader.upserted(data, stated);
    }

    /** Heading and row as CSV. It is kept when the row is set aside, and it tells the row from another. */
    byte[] original(TableRow row) {
        return (headingLine + "\r\n" + CSVFormat.RFC4180.format(row.cells().toArray()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode data, String column, String cell) {
        if (column.equals("workingDays") && !cell.isEmpty()) {
            List.of(cell.split("[\\s,;/|]+")).forEach(data.withArray("workingDays")::add);
        } else if (column.equals("hoursPerWeek") && cell.matches("[0-9]{1,4}([.,][0-9]{1,6})?")) {
            data.put(column, new BigDecimal(cell.replace(',', '.')));
        } else {
            data.put(column, cell);
        }
    }
}
