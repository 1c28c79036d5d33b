/** What both sides bring along: preparations, points for the agenda and shared notes. */
package nl.klimrek.conversations.dialogue.preparation;
