/** Checks the tone of prompts: no threats, no guilt, one action, the reason given, plain language. */
@NullMarked
package nl.klimrek.reminders.tone;

import org.jspecify.annotations.NullMarked;
