package nl.klimrek.portal.cycles;

import java.util.List;
import nl.klimrek.portal.cycles.CycleAnswers.Cycle;
import nl.klimrek.portal.cycles.CycleAnswers.Explanation;
import nl.klimrek.portal.cycles.CycleAnswers.Person;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Chooses somebody, to change a cycle for them or to see why they have the conversations they have. */
@PageController
@RequestMapping("/hr/cycles/" + CycleService.ID)
class ExplanationController {
    private static final int SHOWN = 50;

    private final CycleService cycles;
    private final Groups groups;
    private final Services services;
    private final Readers readers;

    ExplanationController(CycleService cycles, Groups groups, Services services, Readers readers) {
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
        Section<Groups.People> people = groups.people(viewer, after);
        List<Person> fitting = people.orElse(new Groups.People(List.of(), null)).people().stream()
                .filter(person -> Groups.matches(person, q.strip()))
                .toList();
        String next = people.fine() ? next(people.value(), fitting) : null;
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
        Section<Cycle> cycle = cycles.one(viewer, id);
        Explanation found = services.get(
                        viewer,
                        Service.CONVERSATIONS,
                        CycleService.PATH + "/" + id + "/explanation?person="
                                + UriUtils.encodeQueryParam(person, "UTF-8"),
                        Explanation.class)
                .orRefuse();
        model.addAttribute("id", id);
        model.addAttribute("heading", new CycleWords(reader).title(cycle.orRefuse()));
        model.addAttribute("page", ExplanationPage.of(reader, person, found));
        model.addAttribute(
                "change", "/hr/cycles/" + id + "/rhythm?whom=PERSON:" + UriUtils.encodeQueryParam(person, "UTF-8"));
        return "cycles/explanation";
    }

    private static Found found(Reader reader, String id, Person person) {
        String name = Groups.name(person);
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

    /** Where the list goes on: after who is shown last, or after all who were looked through. */
    private static String next(Groups.People people, List<Person> fitting) {
        return fitting.size() > SHOWN ? fitting.get(SHOWN - 1).person() : people.next();
    }

    private static String path(String id, String q, String after) {
        return "/hr/cycles/" + id + "/people?q=" + UriUtils.encodeQueryParam(q, "UTF-8")
                + (after == null ? "" : "&after=" + UriUtils.encodeQueryParam(after, "UTF-8"));
    }
}
