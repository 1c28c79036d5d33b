package nl.klimrek.servicekit.imports.job;

import java.util.List;

/** The part of an import that a service brings: it reads the rows of its files. */
public interface RowImport {

    /**
     * Begins or resumes a file.
     *
     * @throws nl.klimrek.eventing.RefusedException when the heading does not fit
     */
    RowReader reader(ImportJob job, List<String> heading);

    /** Called when every row has its result, and again if the service stopped meanwhile. */
    default void finished(ImportJob job) {}

    /** Whether the next rows can be processed now; false while the readers of our events are behind. */
    default boolean ready(ImportJob job) {
        return true;
    }
}
