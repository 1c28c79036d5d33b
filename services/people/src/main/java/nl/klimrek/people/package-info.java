/** Roster, teams and manager relations of each organisation, from its HR systems. */
@NullMarked
package nl.klimrek.people;

import org.jspecify.annotations.NullMarked;
