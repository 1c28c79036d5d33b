/** What this service knows from events: who works here now, and lists of ids that screens show. */
package nl.klimrek.conversations.projection;
