/** Pots that hold more than they were granted, after a grant became less: HR sees and decides about them. */
@NullMarked
package nl.klimrek.learningbudgets.shortfall;

import org.jspecify.annotations.NullMarked;
