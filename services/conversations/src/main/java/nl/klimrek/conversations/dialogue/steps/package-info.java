/** The steps people take in a conversation over HTTP, and who may take them. */
package nl.klimrek.conversations.dialogue.steps;
