package nl.klimrek.people.hrrecord;

/**
 * An employee number of an HR system.
 *
 * @param source HR system in which it counts
 * @param number the number
 */
public record EmployeeNumber(String source, String number) {}
