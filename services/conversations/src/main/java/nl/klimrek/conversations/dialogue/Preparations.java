package nl.klimrek.conversations.dialogue;

import java.util.Optional;

import nl.klimrek.contracts.conversations.Side;

/**
 * What each side wrote beforehand.
 *
 * @param employee of the employee; null before
 * @param counterpart of the counterpart; null before
 */
public record Preparations(Preparation employee, Preparation counterpart) {

    static final Preparations NONE = new Preparations(null, null);

    /** The preparation of a side. */
    public Optional<Preparation> of(Side side) {
        return Optional.ofNullable(side == Side.EMPLOYEE ? employee : counterpart);
    }

    Preparations with(Side side, Preparation preparation) {
        return side == Side.EMPLOYEE
                ? new Preparations(preparation, counterpart)
                : new Preparations(employee, preparation);
    }
}
