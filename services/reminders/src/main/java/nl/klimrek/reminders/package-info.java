/** The reminders service: the right prompt to the right person at the right local time. */
@NullMarked
package nl.klimrek.reminders;

import org.jspecify.annotations.NullMarked;
