/** What followed on the messages of one kind, for each text that people got. */
@NullMarked
package nl.klimrek.reminders.outcomes;

import org.jspecify.annotations.NullMarked;
