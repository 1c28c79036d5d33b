package nl.klimrek.people.inbound;

import java.util.List;

import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.people.person.HrRecord;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.RecordOrder;
import nl.klimrek.people.person.Taken;
import nl.klimrek.people.quarantine.FieldFault;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.roster.Roster;

/** The one way into the roster, for records from the bus and for imported rows alike: taken, or set aside. */
public final class Intake {

    private final Roster roster;
    private final Quarantine quarantine;

    public Intake(Roster roster, Quarantine quarantine) {
        this.roster = roster;
        this.quarantine = quarantine;
    }

    /** Whether it was taken; otherwise it is in quarantine. */
    public boolean take(Organisation organisation, RecordOrigin origin, Reading reading) {
        if (reading instanceof Reading.Faulty faulty) {
            return setAside(organisation, origin, faulty.reason(), faulty.faults());
        }
        String number = reading instanceof Reading.Upserted upserted ? upserted.number() : ((Reading.Left) reading).number();
        if (origin.subject() != null && !origin.subject().equals(number)) {
            return setAside(organisation, origin, QuarantineReason.INVALID_FIELD,
                    List.of(new FieldFault("employeeNumber", "differs-from-subject")));
        }
        try {
            return taken(organisation, origin, roster.take(organisation, origin.source(), number, record(origin, reading), origin.cause()));
        } catch (RefusedException refused) {
            boolean conflict = refused.refusal().code().equals("conflict");
            return setAside(organisation, conflict ? asOtherContent(origin) : origin,
                    conflict ? QuarantineReason.CONFLICT : QuarantineReason.IMPOSSIBLE_DATES, List.of());
        }
    }

    /** A leave of somebody unknown waits in quarantine too, until the person is known; then it is taken after all. */
    private boolean taken(Organisation organisation, RecordOrigin origin, Person person) {
        for (Taken early : person.taken().stream().filter(Taken::early).toList()) {
            if (person.facts() != null) {
                quarantine.release(organisation, origin.source(), early.id());
            } else if (early.id().equals(origin.id())) {
                return setAside(organisation, origin, QuarantineReason.UNKNOWN_EMPLOYEE, List.of());
            }
        }
        return true;
    }

    private static HrRecord record(RecordOrigin origin, Reading reading) {
        if (reading instanceof Reading.Upserted upserted) {
            return new HrRecord.Upsert(origin.id(), origin.print(), new RecordOrder(upserted.effectiveAt(), origin.position()),
                    origin.snapshot(), upserted.facts());
        }
        Reading.Left left = (Reading.Left) reading;
        return new HrRecord.Leaving(origin.id(), origin.print(), new RecordOrder(left.effectiveAt(), origin.position()),
                origin.snapshot(), left.lastDay());
    }

    /** Under its own id the record may be known already, taken or set aside. */
    private static RecordOrigin asOtherContent(RecordOrigin origin) {
        return new RecordOrigin(origin.source(), origin.id() + ":" + origin.print(), origin.type(), origin.position(),
                origin.subject(), origin.snapshot(), origin.original(), origin.cause());
    }

    private boolean setAside(Organisation organisation, RecordOrigin origin, QuarantineReason reason, List<FieldFault> faults) {
        quarantine.setAside(organisation, origin.suspect(), reason, faults, origin.cause());
        return false;
    }
}
