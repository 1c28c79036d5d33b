/** The form that a plan answers: sections and questions, versioned, in Dutch and English. */
@NullMarked
package nl.klimrek.popforms.template;

import org.jspecify.annotations.NullMarked;
