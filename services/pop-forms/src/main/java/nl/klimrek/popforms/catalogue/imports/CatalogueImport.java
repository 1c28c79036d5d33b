package nl.klimrek.popforms.catalogue.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.popforms.CatalogueKind;
import nl.klimrek.contracts.popforms.CatalogueStep;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.popforms.catalogue.CatalogueService;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.ImportRequest;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowReader;
import org.springframework.stereotype.Component;

/** Imports the files of catalogues. A row of a file writes its entry; an entry that no row names stays. */
@Component
public class CatalogueImport {

    private final Map<CatalogueKind, CatalogueFile<?>> files;
    private final CatalogueService catalogues;

    CatalogueImport(List<CatalogueFile<?>> files, CatalogueService catalogues) {
        this.files = files.stream().collect(Collectors.toMap(CatalogueFile::kind, Function.identity()));
        this.catalogues = catalogues;
    }

    /** The catalogue that an import is about; empty when it is about something else. */
    public static Optional<CatalogueKind> kind(ImportRequest request) {
        return Arrays.stream(CatalogueKind.values())
                .filter(kind -> kind.name().equals(request.source()))
                .findFirst();
    }

    private CatalogueFile<?> file(CatalogueKind kind) {
        return Objects.requireNonNull(files.get(kind), "every catalogue has files");
    }

    /** Columns that files of a catalogue may have. */
    List<String> columns(CatalogueKind kind) {
        return file(kind).columns();
    }

    /**
     * Begins or resumes a file.
     *
     * @throws RefusedException {@code csv-heading-invalid} when the heading lacks what it must have
     */
    public RowReader reader(CatalogueKind kind, ImportJob job, List<String> heading) {
        return reader(file(kind), job, heading);
    }

    private static <T> RowReader reader(CatalogueFile<T> file, ImportJob job, List<String> heading) {
        List<String> missing = file.required().stream()
                .filter(column -> !heading.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedException(Refusal.of(
                    "csv-heading-invalid",
                    "required",
                    String.join(", ", file.required()),
                    "missing",
                    String.join(", ", missing)));
        }
        return new CatalogueRowReader<>(job.owner(), file, heading);
    }

    /** Every row has its result. */
    public void finished(CatalogueKind kind, ImportJob job) {
        if (!job.request().dryRun()) {
            long setAside = job.count(RowOutcome.SET_ASIDE);
            catalogues.changed(
                    job.owner(),
                    kind,
                    CatalogueStep.IMPORTED,
                    job.id(),
                    job.processed() - setAside,
                    setAside,
                    job.context());
        }
    }
}
