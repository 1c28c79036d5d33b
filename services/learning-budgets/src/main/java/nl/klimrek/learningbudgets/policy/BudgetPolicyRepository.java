package nl.klimrek.learningbudgets.policy;

import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Stores the policy of each organisation. Until HR sets one, the default applies. */
@Component
public class BudgetPolicyRepository {

    private static final String ID = "policy";

    private final AggregateStore<BudgetPolicy> store;
    private final BudgetPolicy defaultPolicy;

    public BudgetPolicyRepository(AggregateStore<BudgetPolicy> store, BudgetProperties properties) {
        this.store = store;
        this.defaultPolicy = properties.defaultPolicy();
    }

    /** The current policy. The default has version 0. */
    public Versioned<BudgetPolicy> find(Organisation organisation) {
        return store.find(Key.of(organisation, ID)).orElseGet(() -> new Versioned<>(defaultPolicy, 0, false));
    }

    /** Replaces the whole policy. */
    Versioned<BudgetPolicy> replace(Organisation organisation, List<PotRule> pots, MessageContext cause) {
        return store.handle(Key.of(organisation, ID), cause, before -> BudgetPolicy.of(pots));
    }
}
