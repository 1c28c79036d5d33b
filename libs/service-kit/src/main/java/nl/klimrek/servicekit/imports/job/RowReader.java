package nl.klimrek.servicekit.imports.job;

import java.util.List;
import nl.klimrek.servicekit.tabular.TableRow;

/** Reads the rows of one file. It is called from several threads at once, with rows of different subjects. */
public interface RowReader {

    /** The faults in the cells of a row, without a look at the store. */
    List<RowFault> check(TableRow row);

    /** The subject of a row: rows of one subject are processed in order. Empty when unreadable. */
    String subject(TableRow row);

    /** The result that {@link #apply} would have; changes nothing. */
    RowResult preview(TableRow row);

    /** Processes the row. Must be idempotent: a row can be processed again after a stop. */
    RowResult apply(TableRow row);

    /** Called after a restart for each row that was processed before. */
    default void passed(TableRow row) {}
}
