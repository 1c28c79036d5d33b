package nl.klimrek.conversations.legacy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.legacy.ChecklistColumns.Kind;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.tabular.TableRow;

/**
 * Reads the rows of one file. Each checklist becomes a conversation with an id derived from it, so an existing one
 * stays as it is. A row whose content differs from an existing one is set aside.
 */
final class ChecklistReader implements RowReader {

    private final ImportJob job;
    private final ChecklistRowParser rows;
    private final ChecklistRowParser alone;
    private final ChecklistColumns columns;
    private final ImportedConversations past;
    /** In a dry run: a fingerprint of what earlier rows would bring. */
    private final Map<String, Integer> earlier = new ConcurrentHashMap<>();

    /** @param alone reads rows as if everybody were known */
    ChecklistReader(
            ImportJob job,
            ChecklistColumns columns,
            ChecklistRowParser rows,
            ChecklistRowParser alone,
            ImportedConversations past) {
        this.job = job;
        this.columns = columns;
        this.rows = rows;
        this.alone = alone;
        this.past = past;
    }

    /** Whether the people are known is no question of the file itself. */
    @Override
    public List<RowFault> check(TableRow row) {
        return alone.parse(row).faults();
    }

    @Override
    public String subject(TableRow row) {
        return Kind.of(columns.employee()).key(columns.cell(row.cells(), columns.employee()));
    }

    @Override
    public RowResult preview(TableRow row) {
        return result(row, checklist -> past.find(job.owner(), checklist));
    }

    @Override
    public RowResult apply(TableRow row) {
        AtomicReference<Optional<Conversation>> before = new AtomicReference<>(Optional.empty());
        return result(row, checklist -> {
            past.handle(job, checklist, found -> {
                before.set(found);
                return found.isPresent()
                        ? Decision.unchanged()
                        : checklist.imported(past.zoneOf(job, checklist), job.id());
            });
            return Objects.requireNonNull(before.get(), "the handler was called");
        });
    }

    @Override
    public void passed(TableRow row) {
        if (job.request().dryRun()) {
            preview(row);
        }
    }

    private interface Found {
        Optional<Conversation> before(Checklist checklist);
    }

    private RowResult result(TableRow row, Found taking) {
        ChecklistRowParser.Parsed parsed = rows.parse(row);
        if (parsed.checklist() == null) {
            return RowResult.setAside(row.number(), row.line(), parsed.faults());
        }
        Checklist checklist = parsed.checklist();
        Optional<Conversation> there = taking.before(checklist);
        Integer print = job.request().dryRun()
                ? earlier.putIfAbsent(
                        checklist.conversation(), checklist.content().hashCode())
                : null;
        boolean differs = there.isPresent()
                ? !past.same(there.get(), checklist)
                : print != null && print != checklist.content().hashCode();
        if (differs) {
            return RowResult.setAside(
                    row.number(), row.line(), List.of(new RowFault("content", "imported-otherwise", null)));
        }
        return new RowResult(
                row.number(),
                row.line(),
                there.isPresent() || print != null ? RowOutcome.UNCHANGED : RowOutcome.NEW,
                checklist.employee(),
                List.of(),
                List.of(),
                null,
                Map.of("conversation", checklist.conversation()));
    }
}
