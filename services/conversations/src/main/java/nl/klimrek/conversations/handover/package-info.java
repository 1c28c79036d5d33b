/** What moves along to a new manager: open agreements, and the text that the employee approves. */
@NullMarked
package nl.klimrek.conversations.handover;

import org.jspecify.annotations.NullMarked;
