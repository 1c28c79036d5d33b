/** The pots that an organisation grants, and how a year's grant is divided. */
@NullMarked
package nl.klimrek.learningbudgets.policy;

import org.jspecify.annotations.NullMarked;
