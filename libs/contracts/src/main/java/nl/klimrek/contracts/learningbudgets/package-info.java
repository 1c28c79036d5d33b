/** Facts about learning budgets. */
@NullMarked
package nl.klimrek.contracts.learningbudgets;

import org.jspecify.annotations.NullMarked;
