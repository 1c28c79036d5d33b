package nl.klimrek.portal.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * One person's facts as HR gave them.
 *
 * @param facts   what is known, in words; what is unknown is left out
 * @param manager person id of the manager; null without one
 * @param without why there is no manager and how to give one; null when there is one
 */
record PersonPage(
        String id,
        String name,
        String standing,
        String standingText,
        List<Fact> facts,
        String manager,
        String managerName,
        @Nullable String without) {

    record Fact(String label, String value) {}

    static PersonPage of(Reader reader, PersonResponse person) {
        List<Fact> facts = new ArrayList<>();
        add(reader, facts, "number", person.employeeNumber());
        add(reader, facts, "email", person.email());
        add(reader, facts, "job", person.job());
        add(reader, facts, "team", person.teamName() == null ? person.team() : person.teamName());
        add(
                reader,
                facts,
                "contract",
                person.contractKind() == null ? null : reader.code("contract", person.contractKind()));
        add(
                reader,
                facts,
                "hours",
                person.minutesPerWeek() == null ? null : reader.amount("HOURS", person.minutesPerWeek()));
        add(
                reader,
                facts,
                "days",
                person.workingDays() == null
                        ? null
                        : person.workingDays().stream()
                                .map(day -> reader.code("weekday", day))
                                .collect(Collectors.joining(", ")));
        add(reader, facts, "start", reader.day(person.startDate()));
        add(reader, facts, "end", reader.day(person.endDate()));
        add(reader, facts, "absent", reader.window(person.absentFrom(), person.absentUntil()));
        add(reader, facts, "language", person.language() == null ? null : reader.code("language", person.language()));
        boolean alone = person.manager() == null && "EMPLOYED".equals(person.standing());
        return new PersonPage(
                person.person(),
                person.fullName().isEmpty() ? reader.say("who.unknown") : person.fullName(),
                person.standing(),
                reader.code("standing", person.standing()),
                List.copyOf(facts),
                person.manager(),
                person.managerName(),
                alone
                        ? reader.code(
                                "without",
                                person.withoutManagerBecause() == null ? "NONE_GIVEN" : person.withoutManagerBecause())
                        : null);
    }

    private static void add(Reader reader, List<Fact> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(reader.say("people.fact." + key), value));
        }
    }
}
