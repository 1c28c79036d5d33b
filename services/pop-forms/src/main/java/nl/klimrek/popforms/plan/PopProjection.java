package nl.klimrek.popforms.plan;

import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;

/** A read model that must show a plan as soon as its command is answered. */
public interface PopProjection {

    /** Shows a plan that was just stored. Must be idempotent: the same plan may come twice, and late. */
    void show(Organisation organisation, Versioned<Pop> plan);
}
