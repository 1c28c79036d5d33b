/** Feedback between colleagues: a request, the answer, and sharing it in a conversation. */
package nl.klimrek.portal.feedback;
