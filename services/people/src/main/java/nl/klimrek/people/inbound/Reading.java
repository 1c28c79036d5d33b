package nl.klimrek.people.inbound;

import java.time.LocalDate;
import java.util.List;

import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.people.person.EmployeeFacts;
import nl.klimrek.people.quarantine.FieldFault;

/** What reading the data of a record gave. */
public sealed interface Reading {

    /** The whole person. */
    record Upserted(String number, LocalDate effectiveAt, EmployeeFacts facts) implements Reading {}

    /** The person leaves. */
    record Left(String number, LocalDate effectiveAt, LocalDate lastDay) implements Reading {}

    /** It can not be taken; the reason is that of the gravest fault. */
    record Faulty(QuarantineReason reason, List<FieldFault> faults) implements Reading {

        private static final List<String> IMPOSSIBLE = List.of("before-start", "before-absence", "absence-without-start");

        static Faulty of(List<FieldFault> faults) {
            return new Faulty(reason(faults), faults);
        }

        private static QuarantineReason reason(List<FieldFault> faults) {
            if (faults.stream().anyMatch(fault -> fault.code().equals("missing"))) {
                return QuarantineReason.MISSING_FIELD;
            }
            return faults.stream().allMatch(fault -> IMPOSSIBLE.contains(fault.code()))
                    ? QuarantineReason.IMPOSSIBLE_DATES : QuarantineReason.INVALID_FIELD;
        }
    }
}
