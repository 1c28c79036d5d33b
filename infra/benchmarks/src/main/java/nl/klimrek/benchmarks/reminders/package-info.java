/** Sending of due prompts: rate, lateness and memory with few and with many that wait. */
@NullMarked
package nl.klimrek.benchmarks.reminders;

import org.jspecify.annotations.NullMarked;
