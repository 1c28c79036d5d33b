package nl.klimrek.conversations.legacy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.klimrek.conversations.legacy.ChecklistColumns.Kind;
import nl.klimrek.conversations.legacy.ChecklistRowParser.Match;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowImport;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.people.PeopleProjection;
import org.jspecify.annotations.Nullable;

/** Imports of old checklists. When one is done, that is a step of its own. */
final class ChecklistImport implements RowImport {

    private final AggregateStore<AssessmentImport> imports;
    private final ImportedConversations past;
    private final Function<ImportJob, Map<String, String>> notes;
    private final PeopleProjection people;
    private final CurrentRoster roster;

    /** @param notes person id by employee number or e-mail address, as it was asked when the import was */
    ChecklistImport(
            AggregateStore<AssessmentImport> imports,
            ImportedConversations past,
            Function<ImportJob, Map<String, String>> notes,
            PeopleProjection people,
            CurrentRoster roster) {
        this.imports = imports;
        this.past = past;
        this.notes = notes;
        this.people = people;
        this.roster = roster;
    }

    @Override
    public RowReader reader(ImportJob job, List<String> heading) {
        ChecklistColumns columns = ChecklistColumns.of(heading);
        Map<String, String> known = notes.apply(job);
        ChecklistRowParser rows =
                new ChecklistRowParser(columns, (column, cell) -> match(job.owner(), known, column, cell), this::today);
        return new ChecklistReader(
                job,
                columns,
                rows,
                new ChecklistRowParser(columns, (column, cell) -> Match.of(cell), this::today),
                past);
    }

    @Override
    public void finished(ImportJob job) {
        if (job.request().dryRun()) {
            return;
        }
        AssessmentImport done = new AssessmentImport(
                job.id(),
                Math.toIntExact(job.processed()),
                Math.toIntExact(job.count(RowOutcome.NEW)),
                Math.toIntExact(job.count(RowOutcome.UNCHANGED)),
                Math.toIntExact(job.count(RowOutcome.SET_ASIDE)));
        imports.handle(
                Key.of(job.owner(), job.id()),
                job.context(),
                found -> found.isPresent() ? Decision.unchanged() : done.finished());
    }

    private Match match(Organisation organisation, Map<String, String> known, String column, String cell) {
        Kind kind = Kind.of(column);
        String person = kind == Kind.ID ? cell : known.getOrDefault(kind.key(cell), "");
        return person.equals(PersonLookup.SHARED) ? Match.SHARED : Match.of(known(organisation, person));
    }

    /** A person id that the organisation knows, also of one who left; null for any other. */
    private @Nullable String known(Organisation organisation, String person) {
        return person.matches(Key.ID) && people.person(organisation, person).isPresent() ? person : null;
    }

    /** In UTC: a checklist comes in long after it was held. */
    private LocalDate today() {
        return LocalDate.ofInstant(roster.now(), ZoneOffset.UTC);
    }
}
