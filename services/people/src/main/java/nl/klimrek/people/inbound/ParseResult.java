package nl.klimrek.people.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.hrrecord.HrField;
import org.jspecify.annotations.Nullable;

/** The result of parsing the data of a record. */
public sealed interface ParseResult {

    /** Employee number that the record is about; null when unreadable. */
    @Nullable
    String number();

    /** The parsed data; null when unreadable. */
    @Nullable
    JsonNode data();

    /** Fields that the record states. */
    Set<HrField> stated();

    /** A record about a whole person, or some facts about one. */
    record Upserted(String number, LocalDate effectiveAt, EmployeeFacts facts, Set<HrField> stated, JsonNode data)
            implements ParseResult {}

    /** A record that the person leaves. */
    record Left(String number, LocalDate effectiveAt, LocalDate lastDay, JsonNode data) implements ParseResult {

        @Override
        public Set<HrField> stated() {
            return Set.of(HrField.END_DATE);
        }
    }

    /** A record that cannot be used. The reason is that of the gravest fault. */
    record Faulty(
            QuarantineReason reason,
            List<FieldFault> faults,
            @Nullable String number,
            Set<HrField> stated,
            @Nullable JsonNode data)
            implements ParseResult {

        private static final List<String> IMPOSSIBLE =
                List.of("before-start", "before-absence", "absence-without-start");

        /** A record with one fault, in which nothing else could be read. */
        public static Faulty of(FieldFault fault) {
            return of(null, List.of(fault), HrField.ALL, null);
        }

        /** A record with faults in its fields. */
        public static Faulty of(
                @Nullable String number, List<FieldFault> faults, Set<HrField> stated, @Nullable JsonNode data) {
            return new Faulty(reason(faults), List.copyOf(faults), number, stated, data);
        }

        private static QuarantineReason reason(List<FieldFault> faults) {
            if (faults.stream().anyMatch(fault -> fault.code().equals("missing"))) {
                return QuarantineReason.MISSING_FIELD;
            }
            return faults.stream().allMatch(fault -> IMPOSSIBLE.contains(fault.code()))
                    ? QuarantineReason.IMPOSSIBLE_DATES
                    : QuarantineReason.INVALID_FIELD;
        }
    }
}
