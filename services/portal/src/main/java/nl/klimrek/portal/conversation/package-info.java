/** One conversation: where it stands, the step that can be taken now, and its timeline. */
package nl.klimrek.portal.conversation;
