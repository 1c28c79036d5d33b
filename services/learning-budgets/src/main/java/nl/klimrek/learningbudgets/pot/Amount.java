package nl.klimrek.learningbudgets.pot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;

/**
 * An amount in a pot: whole cents or whole minutes, never below zero.
 *
 * <p>Arithmetic is exact and never clamps. It throws when more is subtracted than there is, when units differ, and on
 * overflow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "unit")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Money.class, name = "EUR"),
    @JsonSubTypes.Type(value = Minutes.class, name = "HOURS")
})
public sealed interface Amount permits Money, Minutes {

    /**
     * An amount in this unit.
     *
     * @param minorUnits cents or minutes, zero or more
     */
    static Amount of(BudgetUnit unit, long minorUnits) {
        return switch (unit) {
            case EUR -> new Money(minorUnits);
            case HOURS -> new Minutes(minorUnits);
        };
    }

    static Amount zero(BudgetUnit unit) {
        return of(unit, 0);
    }

    BudgetUnit unit();

    /** The amount in the unit's smallest part: cents or minutes. */
    long minorUnits();

    /**
     * The sum.
     *
     * @throws IllegalArgumentException when the units differ
     */
    default Amount plus(Amount other) {
        return of(unit(), Math.addExact(minorUnits(), minorUnitsOf(other)));
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException when the units differ, or the other amount is larger
     */
    default Amount minus(Amount other) {
        return of(unit(), minorUnits() - minorUnitsOf(other));
    }

    /**
     * Whether this amount is the smaller one.
     *
     * @throws IllegalArgumentException when the units differ
     */
    default boolean lessThan(Amount other) {
        return minorUnits() < minorUnitsOf(other);
    }

    /** Whether the amount is zero. The name starts with no {@code is}, or JSON would carry it. */
    default boolean equalsZero() {
        return minorUnits() == 0;
    }

    private long minorUnitsOf(Amount other) {
        if (other.unit() != unit()) {
            throw new IllegalArgumentException(unit() + " and " + other.unit() + " do not mix");
        }
        return other.minorUnits();
    }
}
