package nl.klimrek.conversations.walk;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;

/**
 * Work on all employees of an organisation.
 *
 * @param <R> what the work on some people results in, serialisable as JSON
 * @param name unique in the organisation, the same on every instance
 * @param inParts whether instances share it; a small organisation is one part, so that its people are read together
 * @param type class of the result
 * @param nothing result of no work
 * @param plus adds two results
 * @param work works on some people; idempotent, and again the same result for the same people
 */
public record Walk<R>(
        String name,
        Organisation organisation,
        boolean inParts,
        Class<R> type,
        R nothing,
        BinaryOperator<R> plus,
        Function<List<PersonProfile>, R> work) {

    /** Employees up to whom an organisation is small. */
    public static final int SMALL = 2000;

    List<String> parts() {
        return inParts ? PeopleProjection.parts() : List.of("all");
    }

    String id(String part) {
        return organisation.value() + "/" + name + "/" + part;
    }
}
