package nl.klimrek.popforms.catalogue;

import nl.klimrek.contracts.popforms.CatalogueKind;
import nl.klimrek.contracts.popforms.CatalogueStep;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Service;

/** Keeps the steps of catalogues. */
@Service
public class CatalogueService {

    private final AggregateStore<Catalogue> store;

    CatalogueService(AggregateStore<Catalogue> store) {
        this.store = store;
    }

    /** Number of steps so far; 0 for an organisation without this catalogue. */
    public long revision(Organisation organisation, CatalogueKind kind) {
        return store.find(Key.of(organisation, Catalogue.idOf(kind)))
                .map(Versioned::state)
                .map(Catalogue::revision)
                .orElse(0L);
    }

    /**
     * Notes a step about entries that are stored already, once.
     *
     * @param stepId id of the import or command
     * @param entries entries that it is about
     * @param setAside rows of a file that hold none
     */
    public void changed(
            Organisation organisation,
            CatalogueKind kind,
            CatalogueStep step,
            String stepId,
            long entries,
            long setAside,
            MessageContext cause) {
        store.handle(
                Key.of(organisation, Catalogue.idOf(kind)),
                cause,
                before -> Catalogue.changed(before.orElse(null), kind, step, stepId, entries, setAside));
    }
}
