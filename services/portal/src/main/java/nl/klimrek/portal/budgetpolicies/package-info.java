/** Which learning budgets everybody gets: in words, with what a change means before it is in force. */
package nl.klimrek.portal.budgetpolicies;
