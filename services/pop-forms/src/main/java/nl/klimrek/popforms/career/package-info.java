/** Steps from one job to another, and the climbing frame that they make. */
@NullMarked
package nl.klimrek.popforms.career;

import org.jspecify.annotations.NullMarked;
