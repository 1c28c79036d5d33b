package nl.klimrek.portal.cycles;

import java.util.List;
import nl.klimrek.portal.cycles.CycleResponses.Cycle;
import nl.klimrek.portal.cycles.CycleResponses.Explanation;
import nl.klimrek.portal.cycles.CycleResponses.Person;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Selects a person, to change a cycle for them or to explain their conversations. */
@PageController
@RequestMapping("/hr/cycles/" + CycleClient.ID)
class ExplanationController {
    private static final int SHOWN = 50;

    private final CycleClient cycles;
    private final ScopeOptions groups;
    private final ServiceClient services;
    private final ReaderFactory readers;

    ExplanationController(CycleClient cycles, ScopeOptions groups, ServiceClient services, ReaderFactory readers) {
        this.cycles = cycles;
        this.groups = groups;
        this.services = services;
        this.readers = readers;
    }

    /** @param path where choosing them leads */
    record Found(String name, String meta, String path, String why) {}

    @GetMapping("/people")
    String people(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) String after,
            Viewer viewer,
            Model model) {
        Reader reader = readers.of(viewer);
        Section<ScopeOptions.People> people = groups.people(viewer, after);
        List<Person> fitting = people.orElse(new ScopeOptions.People(List.of(), null)).people().stream()
                .filter(person -> ScopeOptions.matches(person, q.strip()))
                .toList();
        String next = people.isOk() ? next(people.value(), fitting) : null;
        model.addAttribute("id", id);
        model.addAttribute("q", q);
        model.addAttribute(
                "people",
                people.map(any -> fitting.stream()
                        .limit(SHOWN)
                        .map(person -> found(reader, id, person))
                        .toList()));
        model.addAttribute("first", after == null ? null : path(id, q, null));
        model.addAttribute("next", next == null ? null : path(id, q, next));
        return "cycles/people";
    }

    @GetMapping("/explanation")
    String explanation(@PathVariable String id, @RequestParam String person, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        Section<Cycle> cycle = cycles.find(viewer, id);
        Explanation found = services.get(
                        viewer,
                        Upstream.CONVERSATIONS,
                        CycleClient.PATH + "/" + id + "/explanation?person="
                                + UriUtils.encodeQueryParam(person, "UTF-8"),
                        Explanation.class)
                .orThrow();
        model.addAttribute("id", id);
        model.addAttribute("heading", new CycleTexts(reader).title(cycle.orThrow()));
        model.addAttribute("page", ExplanationPage.of(reader, person, found));
        model.addAttribute(
                "change", "/hr/cycles/" + id + "/rhythm?whom=PERSON:" + UriUtils.encodeQueryParam(person, "UTF-8"));
        return "cycles/explanation";
    }

    private static Found found(Reader reader, String id, Person person) {
        String name = ScopeOptions.name(person);
        String team =
                person.teamName() == null ? person.team() == null ? "" : reader.team(person.team()) : person.teamName();
        String meta = person.job() == null || person.job().isEmpty()
                ? team
                : team.isEmpty() ? person.job() : person.job() + " · " + team;
        String who = UriUtils.encodeQueryParam(person.person(), "UTF-8");
        return new Found(
                name.isEmpty() ? reader.name(person.person()) : name,
                meta,
                "/hr/cycles/" + id + "/rhythm?whom=PERSON:" + who,
                "/hr/cycles/" + id + "/explanation?person=" + who);
    }

    /** The start of the next page: after the last person shown or searched. */
    private static @Nullable String next(ScopeOptions.People people, List<Person> fitting) {
        return fitting.size() > SHOWN ? fitting.get(SHOWN - 1).person() : people.next();
    }

    private static String path(String id, String q, @Nullable String after) {
        return "/hr/cycles/" + id + "/people?q=" + UriUtils.encodeQueryParam(q, "UTF-8")
                + (after == null ? "" : "&after=" + UriUtils.encodeQueryParam(after, "UTF-8"));
    }
}
