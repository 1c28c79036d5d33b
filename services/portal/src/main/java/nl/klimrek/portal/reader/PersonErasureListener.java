package nl.klimrek.portal.reader;

import nl.klimrek.eventing.Organisation;

/** Receives the erasure of a person; may be called more than once. */
public interface PersonErasureListener {
    void erased(Organisation organisation, String person);
}
