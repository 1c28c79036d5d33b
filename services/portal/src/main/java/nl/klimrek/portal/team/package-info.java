/** The manager's pages: who needs attention, the rhythm of the year, and each report's conversations, plan and budgets. */
@NullMarked
package nl.klimrek.portal.team;

import org.jspecify.annotations.NullMarked;
