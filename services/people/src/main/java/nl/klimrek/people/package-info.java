/** Roster, teams and manager relations of each organisation, from its HR systems. */
package nl.klimrek.people;
