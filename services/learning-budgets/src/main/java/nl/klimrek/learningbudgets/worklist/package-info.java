/** The requests that wait for a decision, built from this service's own events: codes and amounts, no words. */
@NullMarked
package nl.klimrek.learningbudgets.worklist;

import org.jspecify.annotations.NullMarked;
