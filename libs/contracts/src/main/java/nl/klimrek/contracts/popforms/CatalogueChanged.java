package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * HR changed a catalogue of the organisation.
 *
 * @param catalogue which one
 * @param step what was done
 * @param entries entries that the step is about
 * @param setAside rows of a file that hold none
 */
@EventContract(type = "nl.klimrek.pop-forms.catalogue-changed.v1", topic = Topics.POP_FORMS)
public record CatalogueChanged(CatalogueKind catalogue, CatalogueStep step, long entries, long setAside) {}
