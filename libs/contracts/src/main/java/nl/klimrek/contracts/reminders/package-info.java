/** Facts about prompts. */
package nl.klimrek.contracts.reminders;
