/** What a person's screen lists: their conversations and what was agreed in them, one read document per person. */
package nl.klimrek.conversations.agenda;
