/** The steps people take in a conversation over HTTP, and who may take them. */
@NullMarked
package nl.klimrek.conversations.dialogue.steps;

import org.jspecify.annotations.NullMarked;
