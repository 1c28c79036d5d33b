/** Feedback from colleagues: the employee asks for it, reads it, and decides who else does. */
@NullMarked
package nl.klimrek.conversations.feedback;

import org.jspecify.annotations.NullMarked;
