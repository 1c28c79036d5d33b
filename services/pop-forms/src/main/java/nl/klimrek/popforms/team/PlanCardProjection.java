package nl.klimrek.popforms.team;

import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.PopProjection;
import org.springframework.stereotype.Component;

/**
 * Keeps a card of each plan. A card is made from the plan itself and replaced only by one of a later version, so
 * renewing it late or twice does no harm. It is renewed after each command, and again by the command's events in case
 * the service stopped in between.
 */
@Component
public class PlanCardProjection implements PopProjection {

    private final AggregateStore<Pop> plans;
    private final AggregateStore<PlanCard> cards;

    public PlanCardProjection(AggregateStore<Pop> plans, AggregateStore<PlanCard> cards) {
        this.plans = plans;
        this.cards = cards;
    }

    /** Renews the card from the plan as it is now. */
    public void renew(Organisation organisation, String pop) {
        plans.find(new Key(organisation, pop)).ifPresent(plan -> show(organisation, plan));
    }

    @Override
    public void show(Organisation organisation, Versioned<Pop> plan) {
        PlanCard card = PlanCard.of(plan.state(), plan.version());
        cards.handle(
                new Key(organisation, card.pop()),
                MessageContext.system("pop-forms"),
                shown -> card.replacing(shown.orElse(null)));
    }

    List<PlanCard> of(Organisation organisation, List<String> employees) {
        return cards
                .findAll(employees.stream()
                        .map(person -> new Key(organisation, Pop.idOf(person)))
                        .toList())
                .stream()
                .map(Versioned::state)
                .toList();
    }
}
