/** A goal of a development plan: its text, its codes and its life cycle. */
@NullMarked
package nl.klimrek.popforms.goal;

import org.jspecify.annotations.NullMarked;
