package nl.klimrek.contracts.hr;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A full snapshot is complete: who was not in it since its start is no longer known to the HR system.
 *
 * @param snapshot id of the snapshot
 * @param records records in the snapshot
 */
@EventContract(type = "nl.klimrek.hr.snapshot.completed.v1", topic = Topics.HR_EMPLOYEES)
public record SnapshotCompleted(String snapshot, int records) {}
