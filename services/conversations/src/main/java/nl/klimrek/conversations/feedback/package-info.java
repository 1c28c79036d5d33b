/** Feedback and feed-forward from colleagues: asked by the employee, for the employee, and shared by nobody else. */
package nl.klimrek.conversations.feedback;
