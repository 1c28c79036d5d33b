/** The dialogue of a team: planned, held and closed by its manager, with goals and agreements of all members. */
@NullMarked
package nl.klimrek.portal.teamdialogue;

import org.jspecify.annotations.NullMarked;
