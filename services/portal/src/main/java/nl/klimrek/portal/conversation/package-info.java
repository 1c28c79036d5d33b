/** One conversation: where it stands, the one thing to do now, and everything around it. */
package nl.klimrek.portal.conversation;
