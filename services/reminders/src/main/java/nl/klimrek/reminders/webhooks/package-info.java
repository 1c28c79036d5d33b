/** The addresses to which an organisation has facts about prompts sent. */
@NullMarked
package nl.klimrek.reminders.webhooks;

import org.jspecify.annotations.NullMarked;
