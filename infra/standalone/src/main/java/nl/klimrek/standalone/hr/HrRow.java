package nl.klimrek.standalone.hr;

/**
 * What is remembered of a row that was sent.
 *
 * @param row number of the row in the export, the first below the heading is 1
 * @param number employee number; blank when the row has none
 * @param manager number of the manager; blank without one
 * @param name name for the person at the terminal
 * @param id id of its record
 * @param managerMissing why no manager was found; null when it was, or none is named
 * @param fault why the row does not fit its heading; null when it does
 */
record HrRow(long row, String number, String manager, String name, String id, String managerMissing, String fault) {}
