package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody ended their calendar feed.
 *
 * @param person person id
 */
@EventContract(type = "nl.klimrek.conversations.calendar-feed-revoked.v1", topic = Topics.CONVERSATIONS)
public record CalendarFeedRevoked(String person) {}
