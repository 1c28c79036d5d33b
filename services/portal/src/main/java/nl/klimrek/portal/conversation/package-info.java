/** One conversation: its state, the next step, preparation, notes, report and agreements. */
@NullMarked
package nl.klimrek.portal.conversation;

import org.jspecify.annotations.NullMarked;
