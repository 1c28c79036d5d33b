/** Selects the questions of one side, each with the reason why. */
package nl.klimrek.conversations.questions.selection;
