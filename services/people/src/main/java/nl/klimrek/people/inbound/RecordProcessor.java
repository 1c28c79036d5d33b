package nl.klimrek.people.inbound;

import java.util.List;
import java.util.Locale;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.people.duplicates.Duplicates;
import nl.klimrek.people.duplicates.Duplicates.Check;
import nl.klimrek.people.person.FieldFault;
import nl.klimrek.people.person.HrRecord;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.PossibleDuplicate;
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

    /** Code of a record that waits until HR said whether its person is known already. */
    public static final String POSSIBLY_KNOWN = "possibly-known";

    private final Roster roster;
    private final Quarantine quarantine;
    private final Duplicates duplicates;

    public RecordProcessor(Roster roster, Quarantine quarantine, Duplicates duplicates) {
        this.roster = roster;
        this.quarantine = quarantine;
        this.duplicates = duplicates;
    }

    /** Processes a record. The same record again has no other effect. */
    public RecordResult process(Organisation organisation, RecordOrigin origin, ParseResult parsed) {
        RecordResult result = decide(organisation, origin, parsed, null);
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
        return preview(organisation, origin, parsed, Earlier.NONE);
    }

    /** The same, after earlier rows of a file. */
    RecordResult preview(Organisation organisation, RecordOrigin origin, ParseResult parsed, Earlier earlier) {
        return decide(organisation, origin, parsed, earlier);
    }

    /** What earlier rows of a file would have made of people. */
    interface Earlier {

        /** On the roster only. */
        Earlier NONE = new Earlier() {
            @Override
            public Person find(String number) {
                return null;
            }

            @Override
            public void left(String number, Person person) {
                // The next record is compared with the roster again.
            }
        };

        /** The person with that number; null when no earlier row is about them. */
        Person find(String number);

        /** This is how a row would leave the person. */
        void left(String number, Person person);
    }

    /** Processes a record that is in quarantine already, as this item; another item is never made. */
    public RecordResult reprocess(Organisation organisation, RecordOrigin origin, ParseResult parsed, String item) {
        RecordResult result = decide(organisation, origin, parsed, null);
        if (result.setAside() != null && result.setAside().code().equals(POSSIBLY_KNOWN)) {
            duplicates.ask(organisation, origin.source(), parsed.number(), result.questions(), item);
        }
        return result;
    }

    /** @param earlier null when the record is processed and not only looked at */
    private RecordResult decide(Organisation organisation, RecordOrigin origin, ParseResult parsed, Earlier earlier) {
        boolean dryRun = earlier != null;
        if (parsed instanceof ParseResult.Faulty faulty) {
            return waiting(faulty.reason(), faulty.faults());
        }
        if (origin.subject() != null && !origin.subject().equals(parsed.number())) {
            return waiting(QuarantineReason.INVALID_FIELD, new FieldFault("employeeNumber", "differs-from-subject"));
        }
        Check check = check(organisation, origin, parsed, dryRun);
        if (!check.likely().isEmpty()) {
            return possiblyKnown(check.likely());
        }
        try {
            return dryRun
                    ? previewed(organisation, origin, parsed, earlier).asking(check.possible())
                    : ingest(organisation, origin, parsed, check);
        } catch (RefusedException refused) {
            return waiting(refused.refusal().code());
        }
    }

    private Check check(Organisation organisation, RecordOrigin origin, ParseResult parsed, boolean dryRun) {
        if (!(parsed instanceof ParseResult.Upserted upserted)) {
            return Check.NONE;
        }
        return dryRun
                ? duplicates.check(organisation, origin.source(), parsed.number(), upserted.facts())
                : duplicates.noteAndCheck(organisation, origin.source(), parsed.number(), upserted.facts());
    }

    private RecordResult previewed(
            Organisation organisation, RecordOrigin origin, ParseResult parsed, Earlier earlier) {
        Roster.Ingested done = roster.preview(
                organisation, origin.source(), parsed.number(), record(origin, parsed), earlier.find(parsed.number()));
        earlier.left(parsed.number(), done.person());
        return early(done.person(), origin, done.result());
    }

    private RecordResult ingest(Organisation organisation, RecordOrigin origin, ParseResult parsed, Check check) {
        Roster.Ingested done = roster.ingest(
                organisation,
                origin.source(),
                parsed.number(),
                check.newcomer(),
                record(origin, parsed),
                origin.cause());
        RecordResult result = afterwards(organisation, origin, done);
        if (!(parsed instanceof ParseResult.Upserted upserted)) {
            return result;
        }
        duplicates.changed(organisation, done.person(), upserted.number(), result);
        List<PossibleDuplicate> alike = check.crowded()
                ? duplicates.afterwards(organisation, origin.source(), parsed.number(), upserted.facts())
                : check.possible();
        duplicates.ask(organisation, origin.source(), parsed.number(), alike, null);
        return result.asking(alike);
    }

    /** A leave of somebody unknown waits in quarantine too, until the person is known. */
    private RecordResult afterwards(Organisation organisation, RecordOrigin origin, Roster.Ingested done) {
        if (done.person().facts() != null) {
            done.person().taken().stream()
                    .filter(ProcessedRecord::early)
                    .forEach(early -> quarantine.release(organisation, origin.source(), early.id()));
        }
        return early(done.person(), origin, done.result());
    }

    private static RecordResult early(Person person, RecordOrigin origin, RecordResult result) {
        boolean early = !person.heard()
                && person.taken().stream()
                        .anyMatch(known -> known.early() && known.id().equals(origin.id()));
        return early ? waiting(QuarantineReason.UNKNOWN_EMPLOYEE, List.of()) : result;
    }

    private static HrRecord record(RecordOrigin origin, ParseResult parsed) {
        if (parsed instanceof ParseResult.Upserted upserted) {
            return new HrRecord.Upsert(
                    origin.id(),
                    origin.print(),
                    origin.order(upserted.effectiveAt()),
                    origin.snapshot(),
                    origin.batch(),
                    upserted.facts(),
                    upserted.stated());
        }
        ParseResult.Left left = (ParseResult.Left) parsed;
        return new HrRecord.Leaving(
                origin.id(),
                origin.print(),
                origin.order(left.effectiveAt()),
                origin.snapshot(),
                origin.batch(),
                left.lastDay());
    }

    static RecordResult possiblyKnown(List<PossibleDuplicate> likely) {
        SetAside why = waiting(QuarantineReason.CONFLICT, new FieldFault("employeeNumber", POSSIBLY_KNOWN))
                .setAside();
        return RecordResult.setAside(null, why, likely);
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
        String code = faults.isEmpty()
                ? reason.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : faults.get(0).code();
        return RecordResult.setAside(null, new SetAside(reason, code, null, faults), List.of());
    }

    private RecordResult setAside(
            Organisation organisation, RecordOrigin origin, ParseResult parsed, RecordResult result) {
        SetAside why = result.setAside();
        String item = quarantine
                .setAside(organisation, origin.suspect(parsed), why.reason(), why.faults(), origin.cause())
                .id();
        if (why.code().equals(POSSIBLY_KNOWN)) {
            duplicates.ask(organisation, origin.source(), parsed.number(), result.questions(), item);
            quarantine.replaced(organisation, origin.source(), parsed.number(), POSSIBLY_KNOWN, item);
        }
        return RecordResult.setAside(
                result.person(), new SetAside(why.reason(), why.code(), item, why.faults()), result.questions());
    }
}
