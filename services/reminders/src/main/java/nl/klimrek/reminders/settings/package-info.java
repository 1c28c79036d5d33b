/** What a person chooses: which kinds of prompts they want, how, and in which hours. */
@NullMarked
package nl.klimrek.reminders.settings;

import org.jspecify.annotations.NullMarked;
