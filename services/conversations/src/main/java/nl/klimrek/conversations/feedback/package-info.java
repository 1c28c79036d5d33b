/** Feedback from colleagues: the employee asks for it, reads it, and decides who else does. */
package nl.klimrek.conversations.feedback;
