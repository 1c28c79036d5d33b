package nl.klimrek.portal.versions;

import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.versions.VersionResponses.Content;
import nl.klimrek.portal.versions.VersionResponses.Difference;
import nl.klimrek.portal.versions.VersionResponses.Version;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Agreed versions of one's own plan, and of a report's as far as they were agreed with the reader. */
@PageController
class VersionPageController {
    private static final String MINE = "/plan/versions";
    private static final String REPORT = "/team/{person:[A-Za-z0-9_:.@+-]+}/plan/versions";
    private static final String ONE = "/{version:[0-9]{1,9}}";
    private static final String DIFFERENCE = ONE + "/difference";

    private final ServiceClient services;
    private final ReaderFactory readers;

    VersionPageController(ServiceClient services, ReaderFactory readers) {
        this.services = services;
        this.readers = readers;
    }

    @GetMapping(MINE)
    String mine(Viewer viewer, Model model) {
        return list(new Shown(viewer, viewer.person(), MINE, "/plan"), model);
    }

    @GetMapping(MINE + ONE)
    String mine(@PathVariable int version, Viewer viewer, Model model) {
        return content(new Shown(viewer, viewer.person(), MINE, "/plan"), version, model);
    }

    @GetMapping(MINE + DIFFERENCE)
    String compareMine(
            @PathVariable int version, @RequestParam(defaultValue = "0") int to, Viewer viewer, Model model) {
        return difference(new Shown(viewer, viewer.person(), MINE, "/plan"), version, to, model);
    }

    @GetMapping(REPORT)
    String ofReport(@PathVariable String person, Viewer viewer, Model model) {
        return list(report(viewer, person), model);
    }

    @GetMapping(REPORT + ONE)
    String ofReport(@PathVariable String person, @PathVariable int version, Viewer viewer, Model model) {
        return content(report(viewer, person), version, model);
    }

    @GetMapping(REPORT + DIFFERENCE)
    String compareReport(
            @PathVariable String person,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int to,
            Viewer viewer,
            Model model) {
        return difference(report(viewer, person), version, to, model);
    }

    /** Whose versions are shown. @param base address of the list; @param plan address of the plan */
    private record Shown(Viewer viewer, String person, String base, String plan) {

        String api() {
            return "/api/pop-forms/pop-" + person + "/versions";
        }
    }

    private static Shown report(Viewer viewer, String person) {
        String plan = "/team/" + person + "/plan";
        return new Shown(viewer, person, plan + "/versions", plan);
    }

    private String list(Shown shown, Model model) {
        Reader reader = about(shown, model);
        model.addAttribute(
                "versions",
                new VersionPage(reader, shown.base())
                        .lines(services.list(shown.viewer(), Upstream.POP_FORMS, shown.api(), Version.class)
                                .orThrow()));
        return "versions/versions";
    }

    private String content(Shown shown, int version, Model model) {
        Reader reader = about(shown, model);
        Content content = services.get(shown.viewer(), Upstream.POP_FORMS, shown.api() + "/" + version, Content.class)
                .orThrow();
        model.addAttribute("page", new VersionPage(reader, shown.base()).content(content));
        model.addAttribute("since", shown.base() + "/" + version + "/difference");
        return "versions/version";
    }

    private String difference(Shown shown, int version, int to, Model model) {
        Reader reader = about(shown, model);
        Difference found = services.get(
                        shown.viewer(),
                        Upstream.POP_FORMS,
                        shown.api() + "/" + version + "/difference?to=" + Math.max(0, to),
                        Difference.class)
                .orThrow();
        model.addAttribute("page", new VersionPage(reader, shown.base()).difference(found));
        return "versions/difference";
    }

    private Reader about(Shown shown, Model model) {
        Reader reader = readers.of(shown.viewer());
        boolean own = shown.person().equals(shown.viewer().person());
        model.addAttribute("base", shown.base());
        model.addAttribute("plan", shown.plan());
        model.addAttribute(
                "planTitle",
                own ? reader.say("plan.title") : reader.say("team.plan.title", reader.name(shown.person())));
        return reader;
    }
}
