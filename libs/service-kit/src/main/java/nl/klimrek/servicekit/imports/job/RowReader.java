package nl.klimrek.servicekit.imports.job;

import java.util.List;
import nl.klimrek.servicekit.tabular.TableRow;

/** Understands the rows of one file. Rows of different subjects are given to it from several threads at once. */
public interface RowReader {

    /** What is wrong with the cells of a row by itself. Touches no store. */
    List<RowFault> check(TableRow row);

    /** What the row is about: rows of one subject are taken in their order. Empty when it cannot be told. */
    String subject(TableRow row);

    /** What would become of the row; changes nothing. */
    RowResult preview(TableRow row);

    /** Takes the row. Taking it again after a stop must change nothing. */
    RowResult apply(TableRow row);

    /** A row that was dealt with before a restart goes by. */
    default void passed(TableRow row) {}
}
