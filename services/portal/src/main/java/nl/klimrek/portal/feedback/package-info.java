/** Feedback between colleagues: a request, the answer, and sharing it in a conversation. */
@NullMarked
package nl.klimrek.portal.feedback;

import org.jspecify.annotations.NullMarked;
