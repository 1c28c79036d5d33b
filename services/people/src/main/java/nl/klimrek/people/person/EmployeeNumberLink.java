package nl.klimrek.people.person;

/**
 * The link between an employee number and a random person id. It is kept nowhere else.
 *
 * @param source HR system
 * @param number employee number in that system
 * @param person random person id
 */
public record EmployeeNumberLink(String source, String number, String person) {}
