/** The dialogue of a team: planned, held and closed by its manager, with goals and agreements of all members. */
package nl.klimrek.portal.teamdialogue;
