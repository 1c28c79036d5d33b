package nl.klimrek.servicekit.imports.job;

import java.util.List;

/** What a service does with the rows of a file. */
public interface RowImport {

    /**
     * Begins, or resumes, one file.
     *
     * @throws nl.klimrek.eventing.RefusedException when the heading does not fit
     */
    RowReader reader(ImportJob job, List<String> heading);

    /** Every row has its result. Called again when it was cut off. */
    default void finished(ImportJob job) {}

    /** Whether the next rows can be taken now; false while those who follow our events are behind. */
    default boolean ready(ImportJob job) {
        return true;
    }
}
