/** Takes HR records into the roster, and keeps it true when others or the calendar change. */
package nl.klimrek.people.roster;
