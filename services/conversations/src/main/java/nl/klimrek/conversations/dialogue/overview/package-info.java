/** The list of conversations of each person, and the rhythm of a manager's team, as read documents. */
package nl.klimrek.conversations.dialogue.overview;
