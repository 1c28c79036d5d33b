package nl.klimrek.contracts.popforms;

/** A move on the climbing frame. */
public enum Direction {
    UP,
    SIDE,
    DEEPER,
    BROADER,
    DOWN,
    OUT
}
