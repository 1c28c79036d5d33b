/** Selects the questions of one side, each with the reason why. */
@NullMarked
package nl.klimrek.conversations.questions.selection;

import org.jspecify.annotations.NullMarked;
