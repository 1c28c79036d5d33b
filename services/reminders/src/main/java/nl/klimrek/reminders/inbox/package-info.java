/** What waits for somebody, as they see it in the portal. */
package nl.klimrek.reminders.inbox;
