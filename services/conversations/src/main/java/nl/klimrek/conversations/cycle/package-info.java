/** The policy for the rhythm of conversations, and planning what it asks for. */
package nl.klimrek.conversations.cycle;
