/** Files of skills that HR imports. */
@NullMarked
package nl.klimrek.popforms.skill.imports;

import org.jspecify.annotations.NullMarked;
