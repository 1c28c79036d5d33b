/** Each person's conversations, and the smallest group that a figure may be about. */
@NullMarked
package nl.klimrek.insights.history;

import org.jspecify.annotations.NullMarked;
