/** What moves along to a new manager: open agreements, and the text that the employee approves. */
package nl.klimrek.conversations.handover;
