package nl.klimrek.portal.people;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.jspecify.annotations.Nullable;

/**
 * People in a list.
 *
 * @param people one line each
 * @param next   where the list goes on; null on its last page
 */
record PeoplePage(Section<List<Line>> people, @Nullable String next) {

    /** @param meta job, team and manager, as far as they are known */
    record Line(String id, String name, String meta, String standing, String standingText) {}

    static PeoplePage of(Reader reader, Section<Rows<PersonResponse>> found) {
        return new PeoplePage(
                found.map(rows -> rows.items().stream()
                        .map(person -> line(reader, person))
                        .toList()),
                found.map(Rows::next).orNull());
    }

    private static Line line(Reader reader, PersonResponse person) {
        String manager = person.managerName() == null
                ? person.withoutManagerBecause() == null ? null : reader.code("without", person.withoutManagerBecause())
                : reader.say("people.under", person.managerName());
        String name = person.fullName().isEmpty() ? reader.say("who.unknown") : person.fullName();
        return new Line(
                person.person(),
                name,
                Stream.of(person.job(), person.teamName() == null ? person.team() : person.teamName(), manager)
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" · ")),
                person.standing(),
                reader.code("standing", person.standing()));
    }
}
