/** Finding a time: the window, the proposed slot, and how it is accepted, declined or moved. */
package nl.klimrek.conversations.dialogue.scheduling;
