package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody opened a calendar feed of their own; an earlier link ended.
 *
 * @param person person id
 */
@EventContract(type = "nl.klimrek.conversations.calendar-feed-opened.v1", topic = Topics.CONVERSATIONS)
public record CalendarFeedOpened(String person) {}
