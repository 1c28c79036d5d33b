package nl.klimrek.contracts.people;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An HR record was refused and set aside, whole; its content stays in people.
 *
 * @param quarantine id of the quarantined record
 * @param reason why it was set aside
 */
@EventContract(type = "nl.klimrek.people.hr-record-quarantined.v1", topic = Topics.PEOPLE)
public record HrRecordQuarantined(String quarantine, QuarantineReason reason) {}
