package nl.klimrek.journal.deadletters;

import nl.klimrek.eventing.Organisation;

/** Looks up erasures of the directory in the journal. */
@FunctionalInterface
interface ErasureLookup {

    /**
     * Whether a person was erased.
     *
     * @param id id in the directory's key
     */
    boolean contains(Organisation organisation, String id);
}
