/** What HR sees of prompts: the rules, what would go out next week, and the silences that nobody else looks after. */
@NullMarked
package nl.klimrek.reminders.overview;

import org.jspecify.annotations.NullMarked;
