/** Sends due prompts by e-mail where an address is known; the inbox has them in any case. */
@NullMarked
package nl.klimrek.reminders.sending;

import org.jspecify.annotations.NullMarked;
