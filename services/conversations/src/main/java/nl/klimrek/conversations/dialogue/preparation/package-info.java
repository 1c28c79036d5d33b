/** What both sides bring along: preparations, points for the agenda and shared notes. */
@NullMarked
package nl.klimrek.conversations.dialogue.preparation;

import org.jspecify.annotations.NullMarked;
