/** Coaches: choosing and asking one, a coach's own profile, and HR's register. */
@NullMarked
package nl.klimrek.portal.coaches;

import org.jspecify.annotations.NullMarked;
