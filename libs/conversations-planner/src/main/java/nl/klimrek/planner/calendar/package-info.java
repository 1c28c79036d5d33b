/** Calendars of people as sorted arrays of minutes, for fast look-ups. */
package nl.klimrek.planner.calendar;
