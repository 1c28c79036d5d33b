/** What this service knows from events: who works here now, and lists of ids that screens show. */
@NullMarked
package nl.klimrek.conversations.projection;

import org.jspecify.annotations.NullMarked;
