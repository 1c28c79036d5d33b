package nl.klimrek.learningbudgets.pot;

import nl.klimrek.contracts.learningbudgets.BudgetShare;

/**
 * How much of a request one pot bears.
 *
 * @param pot id of the pot
 * @param amount in the pot's unit
 */
public record Share(String pot, Amount amount) {

    public BudgetShare fact() {
        return new BudgetShare(pot, amount.unit(), amount.smallest());
    }
}
