/** A prompt: one actor, one small step, one moment. */
package nl.klimrek.reminders.prompt;
