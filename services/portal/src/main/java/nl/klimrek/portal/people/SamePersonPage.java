package nl.klimrek.portal.people;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.jspecify.annotations.Nullable;

/** Questions to HR: are these two one person? */
record SamePersonPage(
        Section<List<Line>> questions, @Nullable String next) {

    /** A question as the people service answers it. */
    record Question(String id, String explanation, Side known, Side other) {}

    record Side(
            String person,
            String employeeNumber,
            String givenName,
            String familyName,
            String email,
            String team,
            String job,
            LocalDate startDate) {}

    /** @param known the person on the roster, @param other who came under another number */
    record Line(String id, String explanation, String known, String other) {}

    static SamePersonPage of(Reader reader, Section<Rows<Question>> found) {
        return new SamePersonPage(
                found.map(rows -> rows.items().stream()
                        .map(question -> new Line(
                                question.id(),
                                question.explanation(),
                                side(reader, question.known()),
                                side(reader, question.other())))
                        .toList()),
                found.map(Rows::next).orNull());
    }

    private static String side(Reader reader, Side side) {
        if (side == null) {
            return reader.say("who.unknown");
        }
        String name = Stream.of(side.givenName(), side.familyName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return Stream.of(
                        name,
                        side.employeeNumber() == null
                                ? null
                                : reader.say("people.question.number", side.employeeNumber()),
                        side.email(),
                        side.job(),
                        side.team(),
                        side.startDate() == null
                                ? null
                                : reader.say("people.question.since", reader.shortDay(side.startDate())))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
