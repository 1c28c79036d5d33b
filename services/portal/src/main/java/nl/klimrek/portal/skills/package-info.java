/** Skills: choosing them from a list, those that somebody notes, and those that a team shares. */
@NullMarked
package nl.klimrek.portal.skills;

import org.jspecify.annotations.NullMarked;
