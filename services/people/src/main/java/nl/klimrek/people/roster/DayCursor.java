package nl.klimrek.people.roster;

import java.time.LocalDate;

/**
 * How far an organisation's agenda was worked off.
 *
 * @param closed newest day that was over everywhere and whose people were all looked at
 */
public record DayCursor(LocalDate closed) {}
