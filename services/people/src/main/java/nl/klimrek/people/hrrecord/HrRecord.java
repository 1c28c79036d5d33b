package nl.klimrek.people.hrrecord;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement of an HR system about one person, valid in itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HrRecord.Upsert.class, name = "UPSERT"),
    @JsonSubTypes.Type(value = HrRecord.Leaving.class, name = "LEAVING")
})
public sealed interface HrRecord {

    /** Id that the source gave the record. */
    String id();

    /** Hash of the content, to notice other content under the same id. */
    String fingerprint();

    /** Order among the records about this person. */
    RecordOrder order();

    /** Snapshot that the record was part of; null when none. */
    @Nullable
    String snapshot();

    /** File or snapshot in which a person can be described once per day; null when none. */
    @Nullable
    String batch();

    /** Employee number of the manager that the record names; empty when it names none. */
    default Optional<String> managerNumber() {
        return Optional.empty();
    }

    /**
     * The facts whose time zone tells when the record's day begins. A leaving record has no zone of its own.
     *
     * @param known facts that hold now; null while none do
     * @return null where no zone is known: the record waits for facts, not for a day
     */
    default @Nullable EmployeeFacts zoned(@Nullable EmployeeFacts known) {
        return this instanceof Upsert upsert ? upsert.facts() : known;
    }

    /** Whether the record's day has come in the person's zone. */
    default boolean holds(@Nullable EmployeeFacts known, Instant now) {
        EmployeeFacts zoned = zoned(known);
        return zoned != null && !order().effectiveAt().isAfter(zoned.today(now));
    }

    /** Fields that the record states. Every other field stays as it is. */
    Set<HrField> stated();

    /**
     * Facts about the person from a day on.
     *
     * @param facts values of the stated fields; defaults for the others
     * @param stated fields it states; all of them in older documents
     * @param changing stated fields that changed something when the record was announced; all until that is known
     */
    record Upsert(
            String id,
            @JsonProperty("print") String fingerprint,
            RecordOrder order,
            @Nullable String snapshot,
            @Nullable String batch,
            EmployeeFacts facts,
            Set<HrField> stated,
            Set<HrField> changing)
            implements HrRecord {

        public Upsert {
            stated = stated == null ? HrField.ALL : Set.copyOf(stated);
            changing = changing == null ? stated : Set.copyOf(changing);
        }

        /** A record that was not announced. */
        public Upsert(
                String id,
                @JsonProperty("print") String fingerprint,
                RecordOrder order,
                @Nullable String snapshot,
                @Nullable String batch,
                EmployeeFacts facts,
                Set<HrField> stated) {
            this(id, fingerprint, order, snapshot, batch, facts, stated, stated);
        }

        @Override
        public Optional<String> managerNumber() {
            return Optional.ofNullable(facts.managerNumber());
        }

        /** The same record, ordered as a statement about an employment that has not begun. */
        public Upsert saidBeforeStart() {
            return new Upsert(id, fingerprint, order.countedFromStatement(), snapshot, batch, facts, stated, changing);
        }

        public Upsert withChanging(Set<HrField> fields) {
            return new Upsert(id, fingerprint, order, snapshot, batch, facts, stated, fields);
        }

        /** Whether both records state the same, whenever they were made. */
        public boolean repeats(Upsert other) {
            return order.effectiveAt().equals(other.order.effectiveAt())
                    && stated.equals(other.stated)
                    && stated.stream().allMatch(field -> Objects.equals(field.of(facts), field.of(other.facts)));
        }

        /** This record, or the newer one that repeats it. */
        public Upsert restatedBy(Upsert newer) {
            return newer.order.saidAfter(order) ? newer.withChanging(changing) : this;
        }
    }

    /**
     * A record that the person leaves.
     *
     * @param lastDay last day of employment
     */
    record Leaving(
            String id,
            @JsonProperty("print") String fingerprint,
            RecordOrder order,
            @Nullable String snapshot,
            @Nullable String batch,
            LocalDate lastDay)
            implements HrRecord {

        private static final Set<HrField> LAST_DAY = Set.of(HrField.END_DATE);

        @Override
        public Set<HrField> stated() {
            return LAST_DAY;
        }
    }
}
