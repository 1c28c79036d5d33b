package nl.klimrek.journal.deadletters;

import nl.klimrek.eventing.Organisation;

/** Whose names were erased: a tombstone that is in the journal. */
@FunctionalInterface
interface ErasureLookup {

    /** @param id what the directory's key names */
    boolean contains(Organisation organisation, String id);
}
