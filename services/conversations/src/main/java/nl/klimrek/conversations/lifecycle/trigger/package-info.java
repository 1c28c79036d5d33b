/** Events in a person's working life that ask for a conversation outside the cycle. */
@NullMarked
package nl.klimrek.conversations.lifecycle.trigger;

import org.jspecify.annotations.NullMarked;
