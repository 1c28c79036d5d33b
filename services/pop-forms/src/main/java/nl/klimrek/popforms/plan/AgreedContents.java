package nl.klimrek.popforms.plan;

import java.util.Optional;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Keeps the content of agreed versions, a document each. */
@Component
public class AgreedContents {

    private final AggregateStore<AgreedContent> store;

    AgreedContents(AggregateStore<AgreedContent> store) {
        this.store = store;
    }

    /**
     * Keeps the content of the newest agreed version of a plan. To be called before the agreement is stored, and again whenever storing
     * it is tried again.
     */
    public void keep(Organisation organisation, Pop agreed, MessageContext cause) {
        AgreedContent content = new AgreedContent(
                agreed.employee(), agreed.agreed().get(agreed.agreed().size() - 1), PlanContent.of(agreed));
        store.handle(
                key(organisation, agreed.id(), content.agreed().version()),
                cause.withoutMarker(),
                before -> before.filter(content::equals).isPresent() ? Decision.unchanged() : Decision.accept(content));
    }

    /** The content of a version; empty when it was not kept yet at the time of its agreement. */
    public Optional<PlanContent> find(Organisation organisation, String pop, int version) {
        return store.find(key(organisation, pop, version)).map(Versioned::state).map(AgreedContent::content);
    }

    private static Key key(Organisation organisation, String pop, int version) {
        return Key.of(organisation, pop + ":" + version);
    }
}
