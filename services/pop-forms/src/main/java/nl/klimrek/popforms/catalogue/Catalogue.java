package nl.klimrek.popforms.catalogue;

import nl.klimrek.contracts.popforms.CatalogueChanged;
import nl.klimrek.contracts.popforms.CatalogueKind;
import nl.klimrek.contracts.popforms.CatalogueStep;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a catalogue of an organisation; its entries are documents of their own. An entry is written before the step that is about
 * it, so who reads the entries of a revision misses none of them.
 *
 * @param kind which catalogue
 * @param revision counts steps, so that a copy notices a newer one
 * @param lastStep id of the last import or command
 */
public record Catalogue(CatalogueKind kind, long revision, String lastStep) {

    /** Id of the catalogue within its organisation. */
    public static String idOf(CatalogueKind kind) {
        return switch (kind) {
            case OFFERS -> "catalogue-offers";
            case CAREER_STEPS -> "catalogue-career-steps";
        };
    }

    /** See {@link #idOf}. */
    public String id() {
        return idOf(kind);
    }

    /**
     * A step was taken; the same one again changes nothing.
     *
     * @param before the catalogue before; null for none
     * @param stepId id of the import or command
     * @param entries entries that it is about; a step about none changes nothing
     * @param setAside rows of a file that hold none
     */
    static Decision<Catalogue> changed(
            @Nullable Catalogue before,
            CatalogueKind kind,
            CatalogueStep step,
            String stepId,
            long entries,
            long setAside) {
        if (entries == 0 || before != null && before.lastStep().equals(stepId)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                new Catalogue(kind, before == null ? 1 : before.revision() + 1, stepId),
                new CatalogueChanged(kind, step, entries, setAside));
    }
}
