/** Calendars of people as sorted arrays of minutes, for fast look-ups. */
@NullMarked
package nl.klimrek.planner.calendar;

import org.jspecify.annotations.NullMarked;
