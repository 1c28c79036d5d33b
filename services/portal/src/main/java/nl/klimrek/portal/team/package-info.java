/** The manager's room: who needs attention, the rhythm of the year, and one report's talks, shared plan and budgets. */
package nl.klimrek.portal.team;
