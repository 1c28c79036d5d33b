/** Advice to the owner of a plan: nudges, sideways options and the derived learning mix. Never a refusal. */
@NullMarked
package nl.klimrek.popforms.advice;

import org.jspecify.annotations.NullMarked;
