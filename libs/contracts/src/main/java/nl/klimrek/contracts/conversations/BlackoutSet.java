package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * No conversation is planned in these days.
 *
 * @param cycle id of the cycle
 * @param blackout id of the period
 * @param from first day
 * @param until last day
 */
@EventContract(type = "nl.klimrek.conversations.blackout-set.v1", topic = Topics.CONVERSATIONS)
public record BlackoutSet(String cycle, String blackout, LocalDate from, LocalDate until) {}
