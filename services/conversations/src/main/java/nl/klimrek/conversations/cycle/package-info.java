/** A cycle of conversations: its policy, how far planning has come, and what HR reads of it. */
package nl.klimrek.conversations.cycle;
