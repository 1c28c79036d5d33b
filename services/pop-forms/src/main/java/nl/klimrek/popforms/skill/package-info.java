/** The lists of skills that an organisation has. */
@NullMarked
package nl.klimrek.popforms.skill;

import org.jspecify.annotations.NullMarked;
