package nl.klimrek.portal.names;

import nl.klimrek.eventing.Organisation;

/** Hears that somebody was erased; may be told again. */
public interface ErasureListener {
    void erased(Organisation organisation, String person);
}
