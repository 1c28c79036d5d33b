package nl.klimrek.portal.team;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.team.TeamResponses.PlanCard;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A report's plan as far as it is shared, opened on purpose because that look is logged; and the manager's confirmation. */
@PageController
@RequestMapping("/team/{person:[A-Za-z0-9_:.@+-]+}/plan")
class SharedPlanController {
    private static final String PLANS = "/api/pop-forms/";
    private final TeamClient client;
    private final ServiceClient services;
    private final ReaderFactory readers;
    private final CommandSender commands;

    SharedPlanController(TeamClient client, ServiceClient services, ReaderFactory readers, CommandSender commands) {
        this.client = client;
        this.services = services;
        this.readers = readers;
        this.commands = commands;
    }

    @GetMapping
    String read(@PathVariable String person, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        String pop = pop(viewer, person);
        if (pop == null) {
            return "redirect:/team/" + person;
        }
        Section<SharedPlan> plan = services.get(viewer, Upstream.POP_FORMS, PLANS + pop, SharedPlan.class);
        model.addAttribute("page", plan.orThrow().page(reader, reader.name(person), plan.etag()));
        return "team/plan";
    }

    @PostMapping("/confirmation")
    String confirm(@PathVariable String person, FormPost post) {
        String pop = pop(post.viewer(), person);
        if (pop == null) {
            return "redirect:/team/" + person;
        }
        return commands.post(
                        post,
                        Upstream.POP_FORMS,
                        PLANS + pop + "/confirmation",
                        () -> JsonNodeFactory.instance.objectNode().put("version", post.number("version")))
                .done("team.plan.confirmed", readers.of(post.viewer()).name(person))
                .to("/team/" + person + "/plan");
    }

    @PostMapping("/evidence/{evidence:[A-Za-z0-9_:-]+}/validation")
    String validate(@PathVariable String person, @PathVariable String evidence, FormPost post) {
        String pop = pop(post.viewer(), person);
        if (pop == null) {
            return "redirect:/team/" + person;
        }
        return commands.post(post, Upstream.POP_FORMS, PLANS + pop + "/evidence/" + evidence + "/validation")
                .done("team.plan.validated", readers.of(post.viewer()).name(person))
                .to("/team/" + person + "/plan");
    }

    /** Id of the plan, where the person reports to the reader and has begun one; else null. */
    private @Nullable String pop(Viewer viewer, String person) {
        return client.plans(viewer).orThrow().stream()
                .filter(card -> card.employee().equals(person) && !"NOT_STARTED".equals(card.state()))
                .map(PlanCard::pop)
                .findFirst()
                .orElse(null);
    }
}
