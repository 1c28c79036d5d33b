package nl.klimrek.learningbudgets.pot;

import nl.klimrek.contracts.learningbudgets.BudgetShare;

/**
 * An amount from a pot.
 *
 * @param pot id of the pot
 * @param amount in the pot's unit
 */
public record Share(String pot, Amount amount) {

    /** The same share in the form of the API and of events. */
    public BudgetShare toContract() {
        return new BudgetShare(pot, amount.unit(), amount.minorUnits());
    }
}
