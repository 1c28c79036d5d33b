package nl.klimrek.people.person;

/**
 * The link between an HR system's number and a random person id: the only place where it is kept.
 *
 * @param source HR system
 * @param number employee number in that system
 * @param person random person id
 */
public record EmployeeNumberLink(String source, String number, String person) {}
