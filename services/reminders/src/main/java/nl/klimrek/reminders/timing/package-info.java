/** When prompts may be sent: in the recipient's own time zone, hours and working days. */
@NullMarked
package nl.klimrek.reminders.timing;

import org.jspecify.annotations.NullMarked;
