/** Notes that only their author reads, until the author shares one. */
package nl.klimrek.conversations.dialogue.notes;
