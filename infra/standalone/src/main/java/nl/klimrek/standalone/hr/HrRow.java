package nl.klimrek.standalone.hr;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row as the record it became.
 *
 * @param row number in the export, from 1
 * @param data data of the record
 * @param managerMissing why the manager it names was not found; null when it was, or none is named
 */
record HrRow(int row, ObjectNode data, String managerMissing) {

    /** Employee number; blank when the row has none. */
    String number() {
        return data.path("employeeNumber").asText("");
    }

    /** Number of the manager; blank without one. */
    String manager() {
        return data.path("managerNumber").asText("");
    }

    String name() {
        return (data.path("givenName").asText("") + " " + data.path("familyName").asText("")).strip();
    }
}
