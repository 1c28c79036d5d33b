/** The steps people take in a conversation, over HTTP: who may, and what they send. */
package nl.klimrek.conversations.dialogue.steps;
