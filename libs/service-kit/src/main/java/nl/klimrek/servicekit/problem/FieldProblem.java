package nl.klimrek.servicekit.problem;

/**
 * The fault of one field.
 *
 * @param field path in the request, for example {@code workingDays[1]}
 * @param code stable code, for example {@code not-blank}
 * @param message the same for a person, in the reader's language
 */
public record FieldProblem(String field, String code, String message) {}
