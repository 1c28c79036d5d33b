/** Facts about learning budgets. */
package nl.klimrek.contracts.learningbudgets;
