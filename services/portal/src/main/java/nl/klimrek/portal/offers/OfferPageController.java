package nl.klimrek.portal.offers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.offers.OfferResponses.Frame;
import nl.klimrek.portal.offers.OfferResponses.Offer;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an employee can learn, and where they can go from their job. */
@PageController
class OfferPageController {
    static final String API = "/api/pop-forms/offers";
    private static final String PAGE = "/plan/offers";
    private static final String ONE = PAGE + "/{code:[A-Za-z0-9_:.@+-]+}";
    private static final String FRAME = "/plan/frame";
    private static final int ROWS = 25;
    private static final int LONGEST = 100;
    private static final int USUAL_MINUTES = 60;
    private static final Set<String> OPEN = Set.of("SET", "ACTING", "EVALUATED", "ADJUSTED", "STALLED");
    private static final Set<String> FORMAL = Set.of("COURSE", "CERTIFICATE", "RECOGNITION_OF_PRIOR_LEARNING");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_:-]{0,199}");

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    OfferPageController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    /** The part of a plan that an offer can be planned for. */
    record PlanWithGoals(String pop, @Nullable List<PlannedGoal> goals) {
        record PlannedGoal(String id, @Nullable String title, String state) {}
    }

    @GetMapping(PAGE)
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer,
            Model model) {
        if (!viewer.is("EMPLOYEE")) {
            return "redirect:/";
        }
        OfferPage page = new OfferPage(readers.of(viewer));
        String text = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        Rows<Offer> found = services.rows(
                        viewer,
                        Upstream.POP_FORMS,
                        API + "?limit=" + ROWS + parameter("text", text) + parameter("after", after),
                        Offer.class)
                .orThrow();
        model.addAttribute("query", text);
        model.addAttribute("offers", found.items().stream().map(page::offer).toList());
        model.addAttribute("first", after.isEmpty() ? null : PAGE);
        model.addAttribute("next", found.next() == null ? null : PAGE + "?after=" + encoded(found.next()));
        return "offers/offers";
    }

    @GetMapping(ONE)
    String one(@PathVariable String code, Viewer viewer, Model model) {
        if (!viewer.is("EMPLOYEE")) {
            return "redirect:/";
        }
        OfferPage page = new OfferPage(readers.of(viewer));
        Offer offer = services.get(viewer, Upstream.POP_FORMS, API + "/" + code, Offer.class)
                .orThrow();
        Section<PlanWithGoals> plan =
                services.get(viewer, Upstream.POP_FORMS, "/api/pop-forms/mine", PlanWithGoals.class);
        model.addAttribute("offer", page.offer(offer));
        model.addAttribute("pop", plan.isOk() ? plan.value().pop() : "");
        model.addAttribute("goals", plan.isOk() ? goals(plan.value()) : List.of());
        return "offers/offer";
    }

    private static List<Choice> goals(PlanWithGoals plan) {
        return Objects.requireNonNullElse(plan.goals(), List.<PlanWithGoals.PlannedGoal>of()).stream()
                .filter(goal -> OPEN.contains(goal.state()) && goal.title() != null)
                .map(goal -> new Choice(goal.id(), Objects.requireNonNull(goal.title())))
                .toList();
    }

    /** Plans an offer as an activity of a goal. */
    @PostMapping(ONE + "/activities")
    String plan(@PathVariable String code, FormPost post) {
        String goal = id(post.text("goal"));
        String path = "/api/pop-forms/" + id(post.text("pop")) + "/goals/" + goal + "/activities";
        return commands.post(post, Upstream.POP_FORMS, path, () -> activity(post, code))
                .done("offers.planned")
                .to("/plan/goals/" + goal);
    }

    private ObjectNode activity(FormPost post, String code) {
        Offer offer = services.get(post.viewer(), Upstream.POP_FORMS, API + "/" + code, Offer.class)
                .orThrow();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("title", offer.title())
                .put("form", FORMAL.contains(offer.mode()) ? "FORMAL" : "NON_FORMAL")
                .put("setting", "INDIVIDUAL")
                .put("mode", offer.mode())
                .put("effortMinutes", Objects.requireNonNullElse(offer.effortMinutes(), USUAL_MINUTES));
        if (offer.costCents() != null) {
            body.put("costCents", offer.costCents());
        }
        if (post.day("startsOn") != null) {
            body.put("startsOn", String.valueOf(post.day("startsOn")));
        }
        return body;
    }

    @GetMapping(FRAME)
    String frame(@RequestParam(defaultValue = "") String job, Viewer viewer, Model model) {
        if (!viewer.is("EMPLOYEE")) {
            return "redirect:/";
        }
        Frame found = services.get(
                        viewer,
                        Upstream.POP_FORMS,
                        "/api/pop-forms/climbing-frame" + parameter("job", job).replaceFirst("&", "?"),
                        Frame.class)
                .orThrow();
        model.addAttribute(
                "page", new OfferPage(readers.of(viewer)).frame(found, each -> FRAME + "?job=" + encoded(each)));
        return "offers/frame";
    }

    private static String id(String text) {
        return ID.matcher(text).matches() ? text : "none";
    }

    private static String parameter(String name, String value) {
        return value.isBlank() ? "" : "&" + name + "=" + encoded(value);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
