package nl.klimrek.popforms.catalogue.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.imports.job.RowChange;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.tabular.TableRow;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file of a catalogue. A code that comes twice is set aside the second time. */
final class CatalogueRowReader<T> implements RowReader {

    private static final String CODE = "code";

    private final Organisation organisation;
    private final CatalogueFile<T> file;
    private final List<String> heading;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    CatalogueRowReader(Organisation organisation, CatalogueFile<T> file, List<String> heading) {
        this.organisation = organisation;
        this.file = file;
        this.heading = List.copyOf(heading);
    }

    @Override
    public List<RowFault> check(TableRow row) {
        RowCells cells = new RowCells(heading, row);
        file.read(cells);
        return cells.faults();
    }

    @Override
    public String subject(TableRow row) {
        return new RowCells(heading, row).cell(CODE);
    }

    @Override
    public RowResult preview(TableRow row) {
        return result(row, false);
    }

    @Override
    public RowResult apply(TableRow row) {
        return result(row, true);
    }

    @Override
    public void passed(TableRow row) {
        RowCells cells = new RowCells(heading, row);
        String code = file.read(cells).code();
        if (cells.faults().isEmpty()) {
            seen.add(code);
        }
    }

    private RowResult result(TableRow row, boolean apply) {
        RowCells cells = new RowCells(heading, row);
        CatalogueFile.ReadEntry<T> read = file.read(cells);
        T entry = read.entry();
        if (entry == null || !cells.faults().isEmpty()) {
            return RowResult.setAside(row.number(), row.line(), cells.faults());
        }
        if (!seen.add(read.code())) {
            return RowResult.setAside(
                    row.number(), row.line(), List.of(new RowFault(CODE, "code-twice-in-file", null)));
        }
        @Nullable T before = file.entries().find(organisation, read.code()).orElse(null);
        boolean same = Objects.equals(before, entry);
        if (apply && !same) {
            file.entries().put(organisation, read.code(), entry);
        }
        return new RowResult(
                row.number(),
                row.line(),
                same ? RowOutcome.UNCHANGED : before == null ? RowOutcome.NEW : RowOutcome.CHANGED,
                null,
                List.of(new RowChange("title", before == null ? null : file.name(before), file.name(entry))),
                List.of(),
                null,
                Map.of(CODE, read.code()));
    }
}
