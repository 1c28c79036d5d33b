package nl.klimrek.portal.budgetpots;

import java.util.List;
import nl.klimrek.portal.budgetpots.PotResponses.PersonShortfall;
import nl.klimrek.portal.budgetpots.PotResponses.PotShortfall;
import nl.klimrek.portal.budgets.PotNames;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pots that hold more than they were granted, for HR: cover them, or decide about the requests. */
@PageController
@RequestMapping(ShortfallPageController.ROOM)
class ShortfallPageController {
    static final String ROOM = "/hr/budgets/shortfalls";
    private static final String PERSON = "[A-Za-z0-9_:.@+-]{1,200}";
    private static final int PAGE_SIZE = 20;

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    ShortfallPageController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    /** A pot with a shortfall. @param requests ids of the requests that wait for a decision */
    record ShortfallCard(
            String person,
            String who,
            String pot,
            String name,
            String shortfall,
            String explained,
            List<String> requests) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        boolean first = !after.matches(PERSON);
        Section<Rows<PersonShortfall>> found = services.rows(
                viewer,
                Upstream.LEARNING_BUDGETS,
                "/api/learning-budgets/shortfalls?limit=" + PAGE_SIZE + (first ? "" : "&after=" + after),
                PersonShortfall.class);
        String next = found.isOk() ? found.value().next() : null;
        model.addAttribute(
                "page",
                found.map(rows -> rows.items().stream()
                        .flatMap(person -> person.pots().stream().map(pot -> card(reader, person.employee(), pot)))
                        .toList()));
        model.addAttribute("first", first ? null : ROOM);
        model.addAttribute("next", next == null ? null : ROOM + "?after=" + next);
        return "budgetpots/shortfalls";
    }

    @PostMapping("/{person:" + PERSON + "}/{pot:[a-z][a-z0-9-]{0,40}}")
    String cover(@PathVariable String person, @PathVariable String pot, FormPost post) {
        return commands.post(
                        post,
                        Upstream.LEARNING_BUDGETS,
                        "/api/learning-budgets/" + person + "/pots/" + pot + "/coverage")
                .done("budgetpots.covered", readers.of(post.viewer()).name(person))
                .to(ROOM);
    }

    private static ShortfallCard card(Reader reader, String person, PotShortfall pot) {
        String shortfall = reader.amount(pot.unit(), pot.shortfall());
        return new ShortfallCard(
                person,
                reader.name(person),
                pot.pot(),
                PotNames.name(reader, pot.pot()),
                shortfall,
                reader.say("budgetpots.shortfalls.explained", reader.amount(pot.unit(), pot.granted()), shortfall),
                pot.pending());
    }
}
