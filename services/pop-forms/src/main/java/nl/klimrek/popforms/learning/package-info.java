/** What somebody does towards a goal, and the evidence of it. */
@NullMarked
package nl.klimrek.popforms.learning;

import org.jspecify.annotations.NullMarked;
