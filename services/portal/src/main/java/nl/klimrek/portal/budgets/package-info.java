/** Learning budgets: the employee's requests and receipts, the manager's decisions, and HR's policy. */
package nl.klimrek.portal.budgets;
