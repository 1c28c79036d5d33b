package nl.klimrek.learningbudgets.pot;

import nl.klimrek.contracts.learningbudgets.BudgetUnit;

/**
 * Learning time, exact to the minute.
 *
 * @param minutes zero or more
 */
public record Minutes(long minutes) implements Amount {

    public Minutes {
        if (minutes < 0) {
            throw new IllegalArgumentException("time below zero");
        }
    }

    @Override
    public BudgetUnit unit() {
        return BudgetUnit.HOURS;
    }

    @Override
    public long minorUnits() {
        return minutes;
    }
}
