/** HR's rhythms of conversations: start, preview, plan, change, stop, explain; closed days; announcements. */
package nl.klimrek.portal.cycles;
