/** Calendars in and out: busy times that a person gives or uploads, and a feed behind a secret link. */
@NullMarked
package nl.klimrek.conversations.calendar;

import org.jspecify.annotations.NullMarked;
