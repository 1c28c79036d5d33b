package nl.klimrek.standalone.hr.export;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record to send.
 *
 * @param row its row
 * @param data its data
 */
public record ExportRecord(SentRow row, ObjectNode data) {}
