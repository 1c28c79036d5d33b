package nl.klimrek.people.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.hrrecord.HrText;
import nl.klimrek.people.inbound.DryRun;
import nl.klimrek.people.inbound.ParseResult;
import nl.klimrek.people.inbound.RecordOrigin;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowChange;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.tabular.TableRow;

/** Passes the rows of one roster file to the {@link RecordProcessor}, or previews them. */
final class RosterRowReader implements RowReader {

    private final ImportJob job;
    private final RosterRowParser rows;
    private final int numberAt;
    private final RecordProcessor processor;
    private final DryRun dryRun;

    RosterRowReader(ImportJob job, RosterColumns columns, RecordProcessor processor) {
        this.job = job;
        this.rows = new RosterRowParser(columns);
        this.numberAt = columns.placeOf("employeeNumber");
        this.processor = processor;
        this.dryRun = processor.dryRun(job.owner());
    }

    @Override
    public List<RowFault> check(TableRow row) {
        return rows.parse(row) instanceof ParseResult.Faulty faulty ? faults(faulty.faults()) : List.of();
    }

    @Override
    public String subject(TableRow row) {
        return numberAt < row.cells().size()
                ? HrText.withoutLeadingZeros(HrText.key(row.cells().get(numberAt)))
                : "";
    }

    @Override
    public RowResult preview(TableRow row) {
        return result(row, dryRun.preview(origin(row), rows.parse(row)));
    }

    @Override
    public RowResult apply(TableRow row) {
        return result(row, processor.process(job.owner(), origin(row), rows.parse(row)));
    }

    /** A dry run needs the earlier rows, to notice two about one person. */
    @Override
    public void passed(TableRow row) {
        if (job.request().dryRun()) {
            dryRun.preview(origin(row), rows.parse(row));
        }
    }

    private RecordOrigin origin(TableRow row) {
        return RecordOrigin.row(
                job.request().source(),
                job.id(),
                Math.toIntExact(row.number()),
                job.startedAt(),
                rows.original(row),
                job.context());
    }

    private static RowResult result(TableRow row, RecordResult result) {
        Map<String, Object> details = new TreeMap<>();
        String because = null;
        List<RowFault> wrong = List.of();
        if (result.setAside() != null) {
            because = result.setAside().code();
            wrong = faults(result.setAside().faults());
            details.put("reason", result.setAside().reason().name());
            if (result.setAside().quarantine() != null) {
                details.put("quarantine", result.setAside().quarantine());
            }
        }
        if (result.supersededBy() != null) {
            because = "said-later";
            details.put("effectiveAt", result.supersededBy().effectiveAt().toString());
            details.put("saidAt", result.supersededBy().saidAt().toString());
        }
        if (!result.questions().isEmpty()) {
            details.put("questions", result.questions());
        }
        return new RowResult(
                row.number(),
                row.line(),
                RowOutcome.valueOf(result.outcome().name()),
                result.person(),
                result.changes().stream()
                        .map(change -> new RowChange(change.field(), change.before(), change.after()))
                        .toList(),
                wrong,
                because,
                details);
    }

    private static List<RowFault> faults(List<FieldFault> faults) {
        return faults.stream()
                .map(fault -> new RowFault(fault.field(), fault.code(), fault.value()))
                .toList();
    }
}
