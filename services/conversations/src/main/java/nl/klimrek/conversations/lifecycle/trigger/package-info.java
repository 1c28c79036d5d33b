/** Events in a person's working life that ask for a conversation outside the cycle. */
package nl.klimrek.conversations.lifecycle.trigger;
