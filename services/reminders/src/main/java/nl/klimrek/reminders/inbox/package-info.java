/** A person's open prompts, as the portal shows them. */
@NullMarked
package nl.klimrek.reminders.inbox;

import org.jspecify.annotations.NullMarked;
