/** An employee's learning budgets: what is left and why, asking, receipts and the ledger. */
package nl.klimrek.portal.budgets;
