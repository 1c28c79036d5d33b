package nl.klimrek.learningbudgets.pot;

/**
 * An amount of a pot as somebody names it, before the pot says what it is counted in.
 *
 * @param pot id of the pot
 * @param amount in the smallest part of the pot's unit (cents, minutes), zero or more
 */
public record PotAmount(String pot, long amount) {}
