package nl.klimrek.portal.coaches;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.portal.coaches.CoachListPage.Line;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;

/**
 * HR's register of coaches.
 *
 * @param coaches those who are coaches now, by name
 * @param found people who match the search and are no coach
 */
record CoachRegisterPage(List<Line> coaches, List<Found> found, List<Choice> kinds, String query) {

    record Found(String person, String name, String team) {}

    static CoachRegisterPage of(Reader reader, List<CoachResponse> coaches, List<JsonNode> found, String query) {
        Set<String> appointed = coaches.stream().map(CoachResponse::person).collect(Collectors.toSet());
        return new CoachRegisterPage(
                coaches.stream()
                        .map(coach -> CoachListPage.line(reader, coach, ""))
                        .sorted(Comparator.comparing(Line::name).thenComparing(Line::person))
                        .toList(),
                found.stream()
                        .filter(person ->
                                !appointed.contains(person.path("person").asText()))
                        .map(person -> new Found(
                                person.path("person").asText(),
                                reader.name(person.path("person").asText()),
                                reader.team(person.path("team").asText(null))))
                        .toList(),
                CoachCodes.kinds(reader),
                query);
    }
}
