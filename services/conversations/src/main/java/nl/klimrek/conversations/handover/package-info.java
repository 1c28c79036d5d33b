/** What goes along when somebody gets another manager: open agreements by themselves, words only as the employee approves. */
package nl.klimrek.conversations.handover;
