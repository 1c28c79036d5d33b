/** The employee's page: what waits today, conversations, plan and budgets, and who looked. */
package nl.klimrek.portal.me;
