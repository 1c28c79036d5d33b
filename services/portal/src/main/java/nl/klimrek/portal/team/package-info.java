/** The manager's page: what waits, the team's rhythm without anybody's words, and requests to decide. */
package nl.klimrek.portal.team;
