/** Learning budgets: the employee's requests and receipts, the manager's decisions, and HR's policy. */
@NullMarked
package nl.klimrek.portal.budgets;

import org.jspecify.annotations.NullMarked;
