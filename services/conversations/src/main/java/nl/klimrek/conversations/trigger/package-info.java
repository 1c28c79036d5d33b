/** What happens to people and asks for a conversation outside their rhythm. */
package nl.klimrek.conversations.trigger;
