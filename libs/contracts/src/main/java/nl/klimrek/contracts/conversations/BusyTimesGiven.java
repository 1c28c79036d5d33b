package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A person gave the times at which they cannot talk; the reason is never asked.
 *
 * @param person person id
 * @param from first day the times are about
 * @param until last day
 * @param times how many
 */
@EventContract(type = "nl.klimrek.conversations.busy-times-given.v1", topic = Topics.CONVERSATIONS)
public record BusyTimesGiven(String person, LocalDate from, LocalDate until, int times) {}
