/** Conversation cycles for HR: start, preview, plan, change, stop and explain them; closed days; announcements. */
package nl.klimrek.portal.cycles;
