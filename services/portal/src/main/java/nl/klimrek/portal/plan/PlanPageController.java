package nl.klimrek.portal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.plan.PlanResponses.Goal;
import nl.klimrek.portal.plan.PlanResponses.Plan;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.FileDownload;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan as a whole: its goals in the owner's order, its portrait, agreeing on it, and taking it along. */
@PageController
class PlanPageController {
    private static final String ORDER = "/rank";

    private final PlanClient plans;
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final FileDownload downloads;

    PlanPageController(
            PlanClient plans,
            ServiceClient services,
            CommandSender commands,
            ReaderFactory readers,
            FileDownload downloads) {
        this.plans = plans;
        this.services = services;
        this.commands = commands;
        this.readers = readers;
        this.downloads = downloads;
    }

    @GetMapping("/plan")
    String plan(@RequestParam(defaultValue = "0") int from, Viewer viewer, Model model) {
        if (!viewer.is("EMPLOYEE")) {
            return "redirect:/";
        }
        PlanClient.Found found = plans.withForm(viewer);
        PlanPageFactory pages = new PlanPageFactory(readers.of(viewer));
        model.addAttribute("rhythm", found.started() ? found.plan().rhythmWeeks() : 0);
        model.addAttribute(
                "proposals",
                plans.proposed(viewer)
                        .map(all -> all.stream().map(pages::proposal).toList()));
        model.addAttribute(
                "page",
                found.started() ? pages.of(found.plan(), found.etag(), found.form(), from) : pages.notStarted());
        return "plan/plan";
    }

    @PostMapping("/plan/start")
    String start(FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, PlanClient.ALL)
                .done("plan.started")
                .to("/plan/goals/new");
    }

    @GetMapping("/plan/portrait")
    String portrait(Viewer viewer, Model model) {
        PlanClient.Found found = plans.withForm(viewer);
        if (!found.started()) {
            return "redirect:/plan";
        }
        model.addAttribute("pop", found.plan().pop());
        model.addAttribute("etag", found.etag());
        model.addAttribute(
                "answers", new PlanPageFactory(readers.of(viewer)).portrait(found.plan(), found.form(), false));
        return "plan/portrait";
    }

    @PostMapping("/plan/portrait")
    String describe(FormPost post) {
        return commands.put(post, Upstream.POP_FORMS, PlanClient.of(post) + "/portrait", () -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    List.of(
                                    "motives",
                                    "qualities",
                                    "whatWorkAsks",
                                    "wantToTry",
                                    "whoCanHelp",
                                    "fitNow",
                                    "fitInFiveYears")
                            .forEach(field -> body.put(field, post.textOrNull(field)));
                    return body;
                })
                .done("plan.portrait.saved")
                .to("/plan");
    }

    @PostMapping("/plan/confirmation")
    String confirm(FormPost post) {
        return commands.post(
                        post,
                        Upstream.POP_FORMS,
                        PlanClient.of(post) + "/confirmation",
                        () -> JsonNodeFactory.instance.objectNode().put("version", post.number("version")))
                .done("plan.confirmed.done")
                .to("/plan");
    }

    /** One place up or down, by a button. */
    @PostMapping("/plan/order")
    String order(FormPost post) {
        return commands.post(
                        post,
                        Upstream.POP_FORMS,
                        PlanClient.goal(post, "goal") + ORDER,
                        () -> rank(post.number("rank")))
                .done("plan.order.done", post.text("title"))
                .back();
    }

    /** To any place, by dragging; the place is one among the goals that the page showed. */
    @PostMapping("/plan/order/drag")
    String drag(FormPost post) {
        Section<Plan> plan = plans.mine(post.viewer());
        String title = plan.isOk() ? title(plan.value(), post.text("moved")) : "";
        return commands.send(
                        post,
                        () -> plan.isOk()
                                ? services.post(
                                        post.viewer(),
                                        Upstream.POP_FORMS,
                                        PlanClient.goal(post, "moved") + ORDER,
                                        rank(rankOf(
                                                plan.value(),
                                                post.text("moved"),
                                                post.number("position"),
                                                post.number("from"))),
                                        new CommandHeaders(post.key(), post.etag()),
                                        JsonNode.class)
                                : plan.map(none -> JsonNodeFactory.instance.nullNode()))
                .done("plan.order.done", title)
                .back();
    }

    private static String title(Plan plan, String goal) {
        return plan.goals().stream()
                .filter(one -> one.id().equals(goal))
                .map(Goal::title)
                .findFirst()
                .orElse("");
    }

    /** The rank among all goals of a place among the open ones that are shown from {@code from} on. */
    static int rankOf(Plan plan, String moved, int position, int from) {
        List<Goal> others = new ArrayList<>(plan.goals());
        others.removeIf(goal -> goal.id().equals(moved));
        List<Goal> open = others.stream().filter(Goal::open).toList();
        int place = Math.max(0, Math.min(from + position - 1, open.size()));
        return place == 0 ? 1 : others.indexOf(open.get(place - 1)) + 2;
    }

    private static JsonNode rank(int rank) {
        return JsonNodeFactory.instance.objectNode().put("rank", rank);
    }

    /** Something learned on the way, in one line. */
    @PostMapping("/plan/moments")
    String log(FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, PlanClient.goal(post, "goal") + "/learning-moments", () -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", post.text("text"));
                    Integer minutes = post.numberOrNull("minutes");
                    return minutes == null ? body : body.put("minutes", minutes);
                })
                .done("plan.moment.done")
                .back();
    }

    /** Everything on one page, to print. */
    @GetMapping("/plan/print")
    String print(Viewer viewer, Model model) {
        PlanClient.Found found = plans.withForm(viewer);
        if (!found.started()) {
            return "redirect:/plan";
        }
        Reader reader = readers.of(viewer);
        GoalPageFactory goals = new GoalPageFactory(reader);
        model.addAttribute("name", reader.name(viewer.person()));
        model.addAttribute("page", new PlanPageFactory(reader).of(found.plan(), found.etag(), found.form(), 0));
        model.addAttribute(
                "goals",
                found.plan().goals().stream()
                        .map(goal -> goals.of(found.plan(), found.etag(), goal))
                        .toList());
        return "plan/print";
    }

    /** Everything as a file that another system can read. */
    @GetMapping("/plan/export")
    void export(Viewer viewer, HttpServletResponse response) throws IOException {
        downloads.send(viewer, Upstream.POP_FORMS, PlanClient.MINE + "/export", "pop.json", response);
    }
}
