/** The rules for prompts: which events of other services schedule a prompt, and which cancel it. */
@NullMarked
package nl.klimrek.reminders.rules;

import org.jspecify.annotations.NullMarked;
