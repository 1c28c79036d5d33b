/** The search in the skills of an organisation. */
@NullMarked
package nl.klimrek.popforms.skill.search;

import org.jspecify.annotations.NullMarked;
