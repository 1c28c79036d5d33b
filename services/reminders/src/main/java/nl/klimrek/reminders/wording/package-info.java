/** An organisation's own words for prompts: kept in versions, compared in two variants, chosen for each message. */
@NullMarked
package nl.klimrek.reminders.wording;

import org.jspecify.annotations.NullMarked;
