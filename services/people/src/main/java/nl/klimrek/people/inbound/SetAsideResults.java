package nl.klimrek.people.inbound;

import java.util.List;
import java.util.Locale;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.person.PossibleDuplicate;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.person.RecordResult.SetAside;

/** The results of records that are set aside, with reason and code. */
final class SetAsideResults {
    private SetAsideResults() {}

    static RecordResult possiblyKnown(List<PossibleDuplicate> likely) {
        return RecordResult.setAside(
                null,
                why(
                        QuarantineReason.CONFLICT,
                        List.of(new FieldFault("employeeNumber", RecordProcessor.POSSIBLY_KNOWN))),
                likely);
    }

    /** The result of a record that the person refuses with this code. */
    static RecordResult ofRefusal(String refusal) {
        return switch (refusal) {
            case "twice-in-file" -> of(QuarantineReason.INVALID_FIELD, new FieldFault("employeeNumber", refusal));
            case "too-many-announced" -> of(QuarantineReason.CONFLICT, new FieldFault("effectiveAt", refusal));
            case "conflict" -> of(QuarantineReason.CONFLICT, List.of());
            default -> of(QuarantineReason.IMPOSSIBLE_DATES, List.of());
        };
    }

    static RecordResult of(QuarantineReason reason, FieldFault fault) {
        return of(reason, List.of(fault));
    }

    static RecordResult of(QuarantineReason reason, List<FieldFault> faults) {
        return RecordResult.setAside(null, why(reason, faults), List.of());
    }

    private static SetAside why(QuarantineReason reason, List<FieldFault> faults) {
        String code = faults.isEmpty()
                ? reason.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : faults.get(0).code();
        return new SetAside(reason, code, null, faults);
    }
}
