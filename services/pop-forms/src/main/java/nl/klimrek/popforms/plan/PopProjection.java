package nl.klimrek.popforms.plan;

import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;

/** Read documents that must show a plan as soon as its command is answered. */
public interface PopProjection {

    /** Shows a plan as it was just stored; the same plan may come twice, and late. */
    void show(Organisation organisation, Versioned<Pop> plan);
}
