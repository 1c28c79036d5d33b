/** How many prompts wait for a person, told as it changes. */
@NullMarked
package nl.klimrek.reminders.livecount;

import org.jspecify.annotations.NullMarked;
