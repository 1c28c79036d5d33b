/** One conversation: its state, the next step, preparation, notes, report and agreements. */
package nl.klimrek.portal.conversation;
