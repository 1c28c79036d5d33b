package nl.klimrek.people.inbound;

import java.util.List;
import java.util.Locale;

import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.people.person.FieldFault;
import nl.klimrek.people.person.HrRecord;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ProcessedRecord;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.person.RecordResult.SetAside;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.roster.Roster;

/**
 * The one way into the roster, for records from the bus, imported rows and corrections alike. Every record has one
 * {@link RecordResult}; what is set aside is in quarantine before this returns.
 */
public final class RecordProcessor {

    private final Roster roster;
    private final Quarantine quarantine;

    public RecordProcessor(Roster roster, Quarantine quarantine) {
        this.roster = roster;
        this.quarantine = quarantine;
    }

    /** Processes a record. The same record again has no other effect. */
    public RecordResult process(Organisation organisation, RecordOrigin origin, ParseResult parsed) {
        RecordResult result = decide(organisation, origin, parsed, false);
        if (result.setAside() != null) {
            return setAside(organisation, origin, parsed, result);
        }
        quarantine.repaired(organisation, origin.source(), parsed.number(), origin.saidAt(), origin.batch());
        return result;
    }

    /** Begins a dry run of a file: what {@link #process} would answer to each of its rows. */
    public DryRun dryRun(Organisation organisation) {
        return new DryRun(organisation, this);
    }

    /** What {@link #process} would answer now. Changes nothing. */
    public RecordResult preview(Organisation organisation, RecordOrigin origin, ParseResult parsed) {
        return decide(organisation, origin, parsed, true);
    }

    /** Processes a record that is in quarantine already: when it still cannot be used, nothing changes. */
    public RecordResult reprocess(Organisation organisation, RecordOrigin origin, ParseResult parsed) {
        return decide(organisation, origin, parsed, false);
    }

    private RecordResult decide(Organisation organisation, RecordOrigin origin, ParseResult parsed, boolean dryRun) {
        if (parsed instanceof ParseResult.Faulty faulty) {
            return waiting(faulty.reason(), faulty.faults());
        }
        if (origin.subject() != null && !origin.subject().equals(parsed.number())) {
            return waiting(QuarantineReason.INVALID_FIELD, new FieldFault("employeeNumber", "differs-from-subject"));
        }
        HrRecord record = record(origin, parsed);
        try {
            Roster.Ingested done = dryRun
                    ? roster.preview(organisation, origin.source(), parsed.number(), record)
                    : roster.ingest(organisation, origin.source(), parsed.number(), record, origin.cause());
            return dryRun ? early(done.person(), origin, done.result()) : afterwards(organisation, origin, done);
        } catch (RefusedException refused) {
            return waiting(refused.refusal().code());
        }
    }

    /** A leave of somebody unknown waits in quarantine too, until the person is known. */
    private RecordResult afterwards(Organisation organisation, RecordOrigin origin, Roster.Ingested done) {
        if (done.person().facts() != null) {
            done.person().taken().stream().filter(ProcessedRecord::early)
                    .forEach(early -> quarantine.release(organisation, origin.source(), early.id()));
        }
        return early(done.person(), origin, done.result());
    }

    private static RecordResult early(Person person, RecordOrigin origin, RecordResult result) {
        boolean early = !person.heard() && person.taken().stream()
                .anyMatch(known -> known.early() && known.id().equals(origin.id()));
        return early ? waiting(QuarantineReason.UNKNOWN_EMPLOYEE, List.of()) : result;
    }

    private static HrRecord record(RecordOrigin origin, ParseResult parsed) {
        if (parsed instanceof ParseResult.Upserted upserted) {
            return new HrRecord.Upsert(origin.id(), origin.print(), origin.order(upserted.effectiveAt()),
                    origin.snapshot(), origin.batch(), upserted.facts(), upserted.stated());
        }
        ParseResult.Left left = (ParseResult.Left) parsed;
        return new HrRecord.Leaving(origin.id(), origin.print(), origin.order(left.effectiveAt()),
                origin.snapshot(), origin.batch(), left.lastDay());
    }

    private static RecordResult waiting(String refusal) {
        return switch (refusal) {
            case "twice-in-file" -> waiting(QuarantineReason.INVALID_FIELD, new FieldFault("employeeNumber", refusal));
            case "too-many-announced" -> waiting(QuarantineReason.CONFLICT, new FieldFault("effectiveAt", refusal));
            case "conflict" -> waiting(QuarantineReason.CONFLICT, List.of());
            default -> waiting(QuarantineReason.IMPOSSIBLE_DATES, List.of());
        };
    }

    static RecordResult waiting(QuarantineReason reason, FieldFault fault) {
        return waiting(reason, List.of(fault));
    }

    private static RecordResult waiting(QuarantineReason reason, List<FieldFault> faults) {
        String code = faults.isEmpty() ? reason.name().toLowerCase(Locale.ROOT).replace('_', '-') : faults.get(0).code();
        return RecordResult.setAside(null, new SetAside(reason, code, null, faults), List.of());
    }

    private RecordResult setAside(Organisation organisation, RecordOrigin origin, ParseResult parsed, RecordResult result) {
        SetAside why = result.setAside();
        String item = quarantine.setAside(organisation, origin.suspect(parsed), why.reason(), why.faults(), origin.cause()).id();
        return RecordResult.setAside(result.person(), new SetAside(why.reason(), why.code(), item, why.faults()), result.questions());
    }
}
