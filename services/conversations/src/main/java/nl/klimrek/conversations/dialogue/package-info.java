/** The conversation itself: from a window in which it should happen to what was agreed, with two sides that are equal. */
package nl.klimrek.conversations.dialogue;
