package nl.klimrek.portal.cycles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klimrek.portal.cycles.CycleResponses.Person;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** People, and the teams and job families they are in, to choose for whom something is. */
@Component
class ScopeOptions {
    private static final int PAGE = 200;
    private static final int MAX_PAGES = 4;
    private final ServiceClient services;

    ScopeOptions(ServiceClient services) {
        this.services = services;
    }

    /** @param next where the next people begin; null when these were all */
    record People(List<Person> people, @Nullable String next) {}

    /** Up to 800 people. */
    Section<People> people(Viewer viewer, @Nullable String after) {
        List<Person> people = new ArrayList<>();
        String next = after;
        for (int page = 0; page < MAX_PAGES; page++) {
            Section<ServiceClient.Rows<Person>> rows = services.rows(
                    viewer,
                    Upstream.PEOPLE,
                    "/api/people?limit=" + PAGE
                            + (next == null ? "" : "&after=" + UriUtils.encodeQueryParam(next, "UTF-8")),
                    Person.class);
            if (!rows.isOk()) {
                return Section.failed(rows.trouble());
            }
            people.addAll(rows.value().items());
            next = rows.value().next();
            if (next == null) {
                break;
            }
        }
        return Section.of(new People(people, next), null);
    }

    /** For whom something can be: everybody, each team and each job family; a value is a scope and a target. */
    static List<Choice> choices(Reader reader, List<Person> people, @Nullable String person) {
        Map<String, String> teams = new TreeMap<>();
        Map<String, String> families = new TreeMap<>();
        people.forEach(one -> {
            if (one.team() != null) {
                teams.put(one.team(), one.teamName() == null ? reader.team(one.team()) : one.teamName());
            }
            if (one.jobFamily() != null && ScopeChoice.isTarget(one.jobFamily())) {
                families.put(one.jobFamily(), one.jobFamily());
            }
        });
        Stream<Choice> chosen =
                person == null ? Stream.of() : Stream.of(new Choice("PERSON:" + person, reader.name(person)));
        return Stream.of(
                        chosen,
                        Stream.of(new Choice("ORGANISATION", reader.say("cycles.scope.ORGANISATION"))),
                        sorted(teams, "TEAM:", reader, "cycles.for.team"),
                        sorted(families, "JOB_FAMILY:", reader, "cycles.for.family"))
                .flatMap(options -> options)
                .toList();
    }

    private static Stream<Choice> sorted(Map<String, String> names, String scope, Reader reader, String label) {
        return names.entrySet().stream()
                .map(entry -> new Choice(scope + entry.getKey(), reader.say(label, entry.getValue())))
                .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER));
    }

    static String name(Person person) {
        return ((person.givenName() == null ? "" : person.givenName()) + " "
                        + (person.familyName() == null ? "" : person.familyName()))
                .strip();
    }

    /** Whether each word occurs in the person's name, job, team or employee number. */
    static boolean matches(Person person, String words) {
        String all = String.join(
                        " ",
                        name(person),
                        orNothing(person.job()),
                        orNothing(person.teamName()),
                        orNothing(person.employeeNumber()))
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }
}
