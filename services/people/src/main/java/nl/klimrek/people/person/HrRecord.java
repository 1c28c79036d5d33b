package nl.klimrek.people.person;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What an HR system said about one person, valid in itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HrRecord.Upsert.class, name = "UPSERT"),
    @JsonSubTypes.Type(value = HrRecord.Leaving.class, name = "LEAVING")})
public sealed interface HrRecord {

    /** Id the source gave this record; the same id is the same record. */
    String id();

    /** Fingerprint of the content, to notice other content under the same id. */
    String print();

    /** Where it belongs among the records about this person. */
    RecordOrder order();

    /** Snapshot it was part of; null when none. */
    String snapshot();

    /**
     * The whole person as known from a day on.
     *
     * @param facts all of it
     */
    record Upsert(String id, String print, RecordOrder order, String snapshot, EmployeeFacts facts) implements HrRecord {}

    /**
     * The person leaves.
     *
     * @param lastDay last day of employment
     */
    record Leaving(String id, String print, RecordOrder order, String snapshot, LocalDate lastDay) implements HrRecord {}
}
