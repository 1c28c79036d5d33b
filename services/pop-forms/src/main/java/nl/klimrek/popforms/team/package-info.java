/** The team's plans as a manager sees them: how far each is, never its text. */
@NullMarked
package nl.klimrek.popforms.team;

import org.jspecify.annotations.NullMarked;
