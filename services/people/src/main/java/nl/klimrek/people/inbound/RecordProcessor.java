package nl.klimrek.people.inbound;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.people.duplicates.DuplicateService;
import nl.klimrek.people.duplicates.DuplicateService.Check;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.person.NumberLookup;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.PossibleDuplicate;
import nl.klimrek.people.person.ProcessedRecord;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.person.RecordResult.SetAside;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.roster.RosterService;
import org.jspecify.annotations.Nullable;

/**
 * Processes HR records: the only way into the roster, for records from Kafka, imported rows and corrections alike. Every
 * record has one {@link RecordResult}. A record that is set aside is in quarantine before this returns.
 */
public final class RecordProcessor {

    /** Code of a record that waits until HR has said whether its person is on the roster already. */
    public static final String POSSIBLY_KNOWN = "possibly-known";

    private final RosterService roster;
    private final Quarantine quarantine;
    private final DuplicateService duplicates;

    public RecordProcessor(RosterService roster, Quarantine quarantine, DuplicateService duplicates) {
        this.roster = roster;
        this.quarantine = quarantine;
        this.duplicates = duplicates;
    }

    /** Processes a record. Processing it again changes nothing. */
    public RecordResult process(Organisation organisation, RecordOrigin origin, ParseResult parsed) {
        RecordResult result = decide(organisation, origin, parsed, null);
        SetAside why = result.setAside();
        if (why != null) {
            return setAside(organisation, origin, parsed, result, why);
        }
        quarantine.closeRepaired(organisation, origin.boundSource(), number(parsed), origin.saidAt(), origin.batch());
        return result;
    }

    /** Starts a dry run of a file: it tells the result that {@link #process} would have for each row. */
    public DryRun dryRun(Organisation organisation) {
        return new DryRun(organisation, this);
    }

    /** The result that {@link #process} would have now. Changes nothing. */
    public RecordResult preview(Organisation organisation, RecordOrigin origin, ParseResult parsed) {
        return preview(organisation, origin, parsed, EarlierRows.NONE);
    }

    /** The same, after earlier rows of a file. */
    RecordResult preview(Organisation organisation, RecordOrigin origin, ParseResult parsed, EarlierRows earlier) {
        return decide(organisation, origin, parsed, earlier);
    }

    /** People as the earlier rows of a file would leave them. */
    interface EarlierRows {

        /** No earlier rows: every record is compared with the roster. */
        EarlierRows NONE = new EarlierRows() {
            @Override
            public Optional<Person> find(String number) {
                return Optional.empty();
            }

            @Override
            public void remember(String number, Person person) {
                // Nothing to remember: the next record is compared with the roster again.
            }
        };

        /** The person with this number; empty when no earlier row is about them. */
        Optional<Person> find(String number);

        /** Remembers how a row would leave the person. */
        void remember(String number, Person person);
    }

    /** Processes a record that is in quarantine already as this item. It never creates another item. */
    public RecordResult reprocess(Organisation organisation, RecordOrigin origin, ParseResult parsed, String item) {
        RecordResult result = decide(organisation, origin, parsed, null);
        if (result.setAside() != null && result.setAside().code().equals(POSSIBLY_KNOWN)) {
            duplicates.ask(organisation, origin.boundSource(), number(parsed), result.questions(), item);
        }
        return result;
    }

    /** @param earlier null when the record is processed and not only previewed */
    private RecordResult decide(
            Organisation organisation, RecordOrigin origin, ParseResult parsed, @Nullable EarlierRows earlier) {
        if (parsed instanceof ParseResult.Faulty faulty) {
            return SetAsideResults.of(faulty.reason(), faulty.faults());
        }
        if (origin.subject() != null && !origin.subject().equals(parsed.number())) {
            return SetAsideResults.of(
                    QuarantineReason.INVALID_FIELD, new FieldFault("employeeNumber", "differs-from-subject"));
        }
        Check check = check(organisation, origin, parsed, earlier != null);
        if (!check.likely().isEmpty()) {
            return SetAsideResults.possiblyKnown(check.likely());
        }
        try {
            return earlier != null
                    ? previewed(organisation, origin, parsed, earlier).withQuestions(check.possible())
                    : ingest(organisation, origin, parsed, check);
        } catch (RefusedException refused) {
            return SetAsideResults.ofRefusal(refused.refusal().code());
        }
    }

    private Check check(Organisation organisation, RecordOrigin origin, ParseResult parsed, boolean dryRun) {
        if (!(parsed instanceof ParseResult.Upserted upserted)) {
            return Check.NONE;
        }
        return dryRun
                ? duplicates.check(organisation, origin.boundSource(), number(parsed), upserted.facts())
                : duplicates.addMatchKeysAndCheck(organisation, origin.boundSource(), number(parsed), upserted.facts());
    }

    private RecordResult previewed(
            Organisation organisation, RecordOrigin origin, ParseResult parsed, EarlierRows earlier) {
        RosterService.Ingested done = roster.preview(
                organisation, number(origin, parsed), record(origin, parsed), earlier.find(number(parsed)));
        earlier.remember(number(parsed), done.person());
        return setAsideIfEarly(done.person(), origin, done.result());
    }

    private RecordResult ingest(Organisation organisation, RecordOrigin origin, ParseResult parsed, Check check) {
        RosterService.Ingested done = roster.ingest(
                organisation,
                number(origin, parsed),
                parsed instanceof ParseResult.Upserted ? check.lookup() : NumberLookup.NOT_READ,
                record(origin, parsed),
                origin.cause());
        RecordResult result = releaseEarlyRecords(organisation, origin, done);
        if (!(parsed instanceof ParseResult.Upserted upserted)) {
            return result;
        }
        duplicates.updateMatchKeys(organisation, done.person(), upserted.number(), result);
        List<PossibleDuplicate> alike = check.crowded()
                ? duplicates.checkAgain(organisation, origin.boundSource(), number(parsed), upserted.facts())
                : check.possible();
        duplicates.ask(organisation, origin.boundSource(), number(parsed), alike, null);
        return result.withQuestions(alike);
    }

    /** A leaver who is not known yet waits in quarantine too, until a record about the person comes. */
    private RecordResult releaseEarlyRecords(
            Organisation organisation, RecordOrigin origin, RosterService.Ingested done) {
        if (done.person().facts() != null) {
            done.person().processed().stream()
                    .filter(ProcessedRecord::early)
                    .forEach(early -> quarantine.closeProcessed(organisation, origin.boundSource(), early.id()));
        }
        return setAsideIfEarly(done.person(), origin, done.result());
    }

    private static RecordResult setAsideIfEarly(Person person, RecordOrigin origin, RecordResult result) {
        boolean early = !person.hasRecords()
                && person.processed().stream()
                        .anyMatch(known -> known.early() && known.id().equals(origin.id()));
        return early ? SetAsideResults.of(QuarantineReason.UNKNOWN_EMPLOYEE, List.of()) : result;
    }

    private static EmployeeNumber number(RecordOrigin origin, ParseResult parsed) {
        return new EmployeeNumber(origin.boundSource(), number(parsed));
    }

    /** The number of a record that could be parsed. */
    private static String number(ParseResult parsed) {
        return Objects.requireNonNull(parsed.number());
    }

    private static HrRecord record(RecordOrigin origin, ParseResult parsed) {
        if (parsed instanceof ParseResult.Upserted upserted) {
            return new HrRecord.Upsert(
                    origin.id(),
                    origin.fingerprint(),
                    origin.order(upserted.effectiveAt()),
                    origin.snapshot(),
                    origin.batch(),
                    upserted.facts(),
                    upserted.stated());
        }
        ParseResult.Left left = (ParseResult.Left) parsed;
        return new HrRecord.Leaving(
                origin.id(),
                origin.fingerprint(),
                origin.order(left.effectiveAt()),
                origin.snapshot(),
                origin.batch(),
                left.lastDay());
    }

    private RecordResult setAside(
            Organisation organisation, RecordOrigin origin, ParseResult parsed, RecordResult result, SetAside why) {
        String item = quarantine
                .setAside(organisation, origin.quarantineCandidate(parsed), why.reason(), why.faults(), origin.cause())
                .id();
        if (why.code().equals(POSSIBLY_KNOWN)) {
            duplicates.ask(organisation, origin.boundSource(), number(parsed), result.questions(), item);
            quarantine.closeReplaced(organisation, origin.boundSource(), number(parsed), POSSIBLY_KNOWN, item);
        }
        return RecordResult.setAside(
                result.person(), new SetAside(why.reason(), why.code(), item, why.faults()), result.questions());
    }
}
