/** The list of conversations of each person, and the rhythm of a manager's team, as read documents. */
@NullMarked
package nl.klimrek.conversations.dialogue.overview;

import org.jspecify.annotations.NullMarked;
