package nl.klimrek.learningbudgets.pot;

import nl.klimrek.contracts.learningbudgets.BudgetUnit;

/**
 * Euros, exact to the cent.
 *
 * @param cents zero or more
 */
public record Money(long cents) implements Amount {

    public Money {
        if (cents < 0) {
            throw new IllegalArgumentException("money below zero");
        }
    }

    @Override
    public BudgetUnit unit() {
        return BudgetUnit.EUR;
    }

    @Override
    public long minorUnits() {
        return cents;
    }
}
