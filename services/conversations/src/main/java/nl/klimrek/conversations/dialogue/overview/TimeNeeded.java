package nl.klimrek.conversations.dialogue.overview;

import java.time.LocalDate;

/**
 * What a manager sees of a career conversation outside the line: that time is needed, and nothing else.
 *
 * @param employee whose time
 * @param from first day within which
 * @param until last day within which
 */
public record TimeNeeded(String employee, LocalDate from, LocalDate until) {}
