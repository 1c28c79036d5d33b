/** Lists of skills that an organisation imports, and the search in them. */
@NullMarked
package nl.klimrek.popforms.skill;

import org.jspecify.annotations.NullMarked;
