/** Conversation cycles for HR: start, preview, plan, change, stop and explain them; closed days; announcements. */
@NullMarked
package nl.klimrek.portal.cycles;

import org.jspecify.annotations.NullMarked;
