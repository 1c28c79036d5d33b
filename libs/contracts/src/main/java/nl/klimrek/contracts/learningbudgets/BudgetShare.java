package nl.klimrek.contracts.learningbudgets;

/**
 * How much a request takes from one pot.
 *
 * @param pot id of the pot
 * @param unit unit of the amount
 * @param amount amount in the unit's smallest part (cents, minutes), above zero
 */
public record BudgetShare(String pot, BudgetUnit unit, long amount) {}
