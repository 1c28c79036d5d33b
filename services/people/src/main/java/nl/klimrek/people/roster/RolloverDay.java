package nl.klimrek.people.roster;

import java.time.LocalDate;

/**
 * How far the daily rollover of a whole organisation has come.
 *
 * @param closed newest day that was over everywhere and whose changes were all applied
 */
public record RolloverDay(LocalDate closed) {}
