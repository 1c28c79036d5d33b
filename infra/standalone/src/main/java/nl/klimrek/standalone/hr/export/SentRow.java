package nl.klimrek.standalone.hr.export;

import org.jspecify.annotations.Nullable;

/**
 * A row that was sent.
 *
 * @param row row number; the first row below the heading is 1
 * @param number employee number; blank if the row has none
 * @param manager employee number of the manager; blank without one
 * @param name name as the terminal shows it
 * @param id id of its record
 * @param managerMissing why no manager was found; null if one was found or none is named
 * @param fault why the row does not match the heading; null if it does
 */
public record SentRow(
        long row,
        String number,
        String manager,
        String name,
        String id,
        @Nullable String managerMissing,
        @Nullable String fault) {}
