package nl.klimrek.standalone.hr;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row on its way.
 *
 * @param row what is remembered of it
 * @param data its data as it is sent
 */
record Outgoing(HrRow row, ObjectNode data) {}
