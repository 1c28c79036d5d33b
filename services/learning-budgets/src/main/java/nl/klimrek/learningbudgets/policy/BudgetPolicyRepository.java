package nl.klimrek.learningbudgets.policy;

import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Each organisation's policy: its own from the moment HR sets one, the default until then. */
@Component
public class BudgetPolicyRepository {

    private static final String ID = "policy";

    private final AggregateStore<BudgetPolicy> store;
    private final BudgetPolicy otherwise;

    BudgetPolicyRepository(AggregateStore<BudgetPolicy> store, BudgetProperties settings) {
        this.store = store;
        this.otherwise = settings.defaultPolicy();
    }

    /** The policy as it is now; the default has version 0. */
    public Versioned<BudgetPolicy> of(Organisation organisation) {
        return store.find(Key.of(organisation, ID)).orElseGet(() -> new Versioned<>(otherwise, 0, false));
    }

    /** Replaces the policy as a whole. */
    Versioned<BudgetPolicy> set(Organisation organisation, List<PotRule> pots, MessageContext cause) {
        return store.handle(Key.of(organisation, ID), cause, before -> BudgetPolicy.of(pots));
    }
}
