/** A prompt and its rule: never early, never twice a round, cancelled when it is obsolete. */
@NullMarked
package nl.klimrek.reminders.prompt;

import org.jspecify.annotations.NullMarked;
