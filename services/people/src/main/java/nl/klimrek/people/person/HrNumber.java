package nl.klimrek.people.person;

/**
 * An employee number.
 *
 * @param source HR system in which it counts
 * @param number the number
 */
public record HrNumber(String source, String number) {}
