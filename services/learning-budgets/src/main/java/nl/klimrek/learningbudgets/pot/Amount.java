package nl.klimrek.learningbudgets.pot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;

/**
 * What a pot is counted in: whole cents or whole minutes, zero or more. Arithmetic is exact; taking more than there is,
 * mixing units or overflowing throws, so that no amount is ever silently clamped.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "unit")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Money.class, name = "EUR"),
    @JsonSubTypes.Type(value = Minutes.class, name = "HOURS")
})
public sealed interface Amount permits Money, Minutes {

    /** The amount of this many of the unit's smallest part (cents, minutes). */
    static Amount of(BudgetUnit unit, long smallest) {
        return switch (unit) {
            case EUR -> new Money(smallest);
            case HOURS -> new Minutes(smallest);
        };
    }

    /** Nothing, in this unit. */
    static Amount none(BudgetUnit unit) {
        return of(unit, 0);
    }

    BudgetUnit unit();

    /** How many of the unit's smallest part (cents, minutes). */
    long smallest();

    /** @throws IllegalArgumentException when the units differ */
    default Amount plus(Amount other) {
        return of(unit(), Math.addExact(smallest(), inSameUnit(other)));
    }

    /** @throws IllegalArgumentException when the units differ or more is taken than there is */
    default Amount minus(Amount other) {
        return of(unit(), smallest() - inSameUnit(other));
    }

    /** @throws IllegalArgumentException when the units differ */
    default boolean lessThan(Amount other) {
        return smallest() < inSameUnit(other);
    }

    default boolean nothing() {
        return smallest() == 0;
    }

    private long inSameUnit(Amount other) {
        if (other.unit() != unit()) {
            throw new IllegalArgumentException(unit() + " and " + other.unit() + " do not mix");
        }
        return other.smallest();
    }
}
