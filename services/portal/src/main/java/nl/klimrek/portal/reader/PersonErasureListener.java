package nl.klimrek.portal.reader;

import nl.klimrek.eventing.Organisation;

/** Hears that somebody was erased; may be told again. */
public interface PersonErasureListener {
    void erased(Organisation organisation, String person);
}
