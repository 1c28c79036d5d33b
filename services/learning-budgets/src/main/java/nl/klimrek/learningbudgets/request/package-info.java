/** Submitting a request for budget, deciding on it and recording its expense. */
@NullMarked
package nl.klimrek.learningbudgets.request;

import org.jspecify.annotations.NullMarked;
