/** The catalogue of rules for prompts: one readable file for each kind of prompt, checked at the start. */
@NullMarked
package nl.klimrek.reminders.catalogue;

import org.jspecify.annotations.NullMarked;
