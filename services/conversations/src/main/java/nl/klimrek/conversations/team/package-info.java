/** A team's own dialogue: shared goals, and what each member contributes. */
@NullMarked
package nl.klimrek.conversations.team;

import org.jspecify.annotations.NullMarked;
