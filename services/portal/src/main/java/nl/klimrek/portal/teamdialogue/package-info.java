/** A team talks as a team: planned, held and closed by its manager, with goals and agreements of everybody in it. */
package nl.klimrek.portal.teamdialogue;
