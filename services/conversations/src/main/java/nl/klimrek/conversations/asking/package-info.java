/** Anybody may ask for a conversation, without permission. */
package nl.klimrek.conversations.asking;
