/** What happens to conversations when people leave, get another manager, or let a window pass. */
@NullMarked
package nl.klimrek.conversations.lifecycle;

import org.jspecify.annotations.NullMarked;
