package nl.klimrek.popforms.catalogue.imports;

import java.util.List;
import nl.klimrek.contracts.popforms.CatalogueKind;
import nl.klimrek.popforms.catalogue.CatalogueRepository;
import org.jspecify.annotations.Nullable;

/**
 * The files of one catalogue.
 *
 * @param <T> an entry of it
 */
public interface CatalogueFile<T> {

    CatalogueKind kind();

    /** Columns that a file must have. */
    List<String> required();

    /** Columns that a file may have; others are passed over. */
    List<String> columns();

    /** Where its entries are. */
    CatalogueRepository<T> entries();

    /** Reads a row; its faults are in the cells. */
    ReadEntry<T> read(RowCells cells);

    /** The name of an entry, as a preview shows it. */
    String name(T entry);

    /**
     * A row that was read.
     *
     * @param code its code, also when there are faults
     * @param entry null when there are faults
     */
    record ReadEntry<T>(String code, @Nullable T entry) {}
}
