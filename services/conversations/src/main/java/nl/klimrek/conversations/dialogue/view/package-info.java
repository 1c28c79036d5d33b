/** What may be read of a conversation, and by whom. */
package nl.klimrek.conversations.dialogue.view;
