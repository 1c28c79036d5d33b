package nl.klimrek.portal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.plan.PlanResponses.Goal;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.skills.SkillFinder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The life of a goal, from logging it to looking back on it. */
@PageController
class GoalPageController {
    private static final List<String> PURPOSES = List.of("BROADEN", "MAINTAIN", "ANTICIPATE");
    private static final List<String> BARRIERS = List.of(
            "TIME", "MONEY", "CONFIDENCE", "NO_URGENCY", "MANAGER_SUPPORT", "UNCLEAR_OFFER", "PRIVATE", "OTHER");
    private static final List<String> FACTORS = List.of("WETEN", "WILLEN", "KUNNEN", "DURVEN", "MOGEN");
    private static final List<String> MODES = List.of(
            "ON_THE_JOB",
            "SHADOWING",
            "PROJECT",
            "EXPERIMENT",
            "COACHING",
            "MENTORING",
            "PEER_REVIEW",
            "COURSE",
            "E_LEARNING",
            "MICRO_LEARNING",
            "JOB_ROTATION",
            "INTERNSHIP",
            "CROSS_TRAINING",
            "JOB_CRAFTING",
            "REVERSE_MENTORING",
            "COMMUNITY",
            "CERTIFICATE",
            "RECOGNITION_OF_PRIOR_LEARNING",
            "OTHER");
    private static final List<String> KINDS = List.of("NOTE", "LINK", "CERTIFICATE", "BADGE", "OBSERVATION");
    /** A goal this near is one for the short term. */
    static final int SHORT_MONTHS = 6;

    private final PlanClient plans;
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final SkillFinder skills;
    private final Clock clock;

    GoalPageController(
            PlanClient plans,
            ServiceClient services,
            CommandSender commands,
            ReaderFactory readers,
            SkillFinder skills,
            Clock clock) {
        this.plans = plans;
        this.skills = skills;
        this.services = services;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping("/plan/goals/new")
    String form(
            @RequestParam(defaultValue = "BROADER") String direction,
            @RequestParam(defaultValue = "") String conversation,
            Viewer viewer,
            Model model) {
        if (!viewer.is("EMPLOYEE")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        PlanClient.Found found = plans.found(viewer);
        LocalDate today = reader.today(clock.instant());
        model.addAttribute("pop", found.started() ? found.plan().pop() : "");
        model.addAttribute("today", today);
        model.addAttribute("usual", today.plusMonths(3));
        model.addAttribute("direction", PlanPageFactory.DIRECTIONS.contains(direction) ? direction : "BROADER");
        model.addAttribute("conversation", PlanClient.isId(conversation) ? conversation : "");
        model.addAttribute("directions", choices(reader, "direction", PlanPageFactory.DIRECTIONS, true));
        model.addAttribute("skillsKnown", skills.hasLists(viewer));
        model.addAttribute("skillFields", SkillFinder.FIELDS);
        model.addAttribute("purposes", choices(reader, "purpose", PURPOSES, true));
        model.addAttribute(
                "origins",
                choices(reader, "origin", List.of("EMPLOYEE", "MANAGER", "JOINT", "TEAM", "ORGANISATION"), false));
        return "plan/new";
    }

    /** Logs a goal; the first one starts the plan. */
    @PostMapping("/plan/goals")
    String log(FormPost post) {
        return commands.send(post, () -> {
                    JsonNode goal = goal(post);
                    Section<String> pop =
                            post.text("pop").isEmpty() ? start(post) : Section.of(PlanClient.id(post, "pop"), null);
                    return pop.isOk()
                            ? services.post(
                                    post.viewer(),
                                    Upstream.POP_FORMS,
                                    PlanClient.ALL + "/" + pop.value() + "/goals",
                                    goal,
                                    new CommandHeaders(post.key(), null),
                                    JsonNode.class)
                            : Section.failed(pop.trouble());
                })
                .done("plan.goal.logged", post.text("title"))
                .to(taken -> "/plan/goals/" + taken.path("id").asText());
    }

    private Section<String> start(FormPost post) {
        Section<JsonNode> started = services.post(
                post.viewer(),
                Upstream.POP_FORMS,
                PlanClient.ALL,
                null,
                new CommandHeaders(post.key() + "-plan", null),
                JsonNode.class);
        return started.isOk()
                ? started.map(plan -> plan.path("pop").asText())
                : plans.mine(post.viewer()).map(PlanResponses.Plan::pop);
    }

    private JsonNode goal(FormPost post) {
        LocalDate by = day(post, "targetDate");
        boolean near =
                by.isBefore(readers.of(post.viewer()).today(clock.instant()).plusMonths(SHORT_MONTHS));
        ObjectNode body = words(post, by)
                .put("horizon", near ? "SHORT" : "LONG")
                .put("purpose", one(post, "purpose", "BROADEN"))
                .put("direction", one(post, "direction", "BROADER"))
                .put("origin", one(post, "origin", "EMPLOYEE"))
                .put("keptPrivate", post.isChecked("keptPrivate"));
        ArrayNode named = skills.named(post);
        if (!named.isEmpty()) {
            body.set("skills", named);
        }
        return post.text("conversation").isEmpty() ? body : body.put("conversation", post.text("conversation"));
    }

    static ObjectNode words(FormPost post, LocalDate by) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", post.text("title"))
                .put("why", post.textOrNull("why"))
                .put("howMeasured", post.textOrNull("howMeasured"))
                .put("supportFrom", post.textOrNull("supportFrom"))
                .put("targetDate", by.toString());
    }

    static LocalDate day(FormPost post, String field) {
        LocalDate day = post.day(field);
        if (day == null) {
            throw post.invalid(field, "form.day");
        }
        return day;
    }

    static String one(FormPost post, String field, String usual) {
        return post.text(field).isEmpty() ? usual : post.text(field);
    }

    @GetMapping("/plan/goals/{goal}")
    String goal(@PathVariable String goal, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        PlanClient.Found found = plans.found(viewer);
        Goal shown = Stream.of(found)
                .filter(PlanClient.Found::started)
                .flatMap(one -> one.plan().goals().stream())
                .filter(one -> one.id().equals(goal))
                .findFirst()
                .orElseGet(() -> Section.<Goal>failed(
                                new Trouble(404, "goal-unknown", reader.say("plan.goal.unknown"), "", true))
                        .orThrow());
        model.addAttribute("page", new GoalPageFactory(reader).of(found.plan(), found.etag(), shown));
        model.addAttribute("today", reader.today(clock.instant()));
        model.addAttribute("directions", choices(reader, "direction", PlanPageFactory.DIRECTIONS, true));
        model.addAttribute("purposes", choices(reader, "purpose", PURPOSES, true));
        model.addAttribute("barriers", choices(reader, "barrier", BARRIERS, false));
        model.addAttribute(
                "factors",
                Stream.concat(
                                Stream.of(new Choice("", reader.say("plan.factor.none"))),
                                choices(reader, "factor", FACTORS, false).stream())
                        .toList());
        model.addAttribute("modes", choices(reader, "mode", MODES, false));
        model.addAttribute("settings", choices(reader, "setting", List.of("INDIVIDUAL", "COLLECTIVE"), false));
        model.addAttribute(
                "usedChoices",
                List.of(
                        new Choice("yes", reader.say("plan.activity.used.choice.yes")),
                        new Choice("no", reader.say("plan.activity.used.choice.no"))));
        model.addAttribute("kinds", choices(reader, "evidence", KINDS, false));
        model.addAttribute("validations", choices(reader, "validation", List.of("SELF", "COLLEAGUE"), false));
        return "plan/goal";
    }

    @PostMapping("/plan/goals/{goal}/start")
    String start(@PathVariable String goal, FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, path(post, goal) + "/start")
                .done("plan.goal.started")
                .back();
    }

    @PostMapping("/plan/goals/{goal}/evaluation")
    String evaluate(@PathVariable String goal, FormPost post) {
        return commands.post(
                        post,
                        Upstream.POP_FORMS,
                        path(post, goal) + "/evaluation",
                        () -> text("text", post.text("text")))
                .done("plan.goal.evaluated")
                .back();
    }

    @PostMapping("/plan/goals/{goal}/adjustment")
    String adjust(@PathVariable String goal, FormPost post) {
        return commands.post(
                        post,
                        Upstream.POP_FORMS,
                        path(post, goal) + "/adjustment",
                        () -> words(post, day(post, "targetDate")))
                .done("plan.goal.adjusted")
                .back();
    }

    @PostMapping("/plan/goals/{goal}/achievement")
    String achieve(@PathVariable String goal, FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, path(post, goal) + "/achievement", () -> {
                    LocalDate on = post.day("achievedOn");
                    return on == null ? null : text("achievedOn", on.toString());
                })
                .done("plan.goal.achieved")
                .back();
    }

    @PostMapping("/plan/goals/{goal}/drop")
    String drop(@PathVariable String goal, FormPost post) {
        return commands.post(
                        post, Upstream.POP_FORMS, path(post, goal) + "/drop", () -> text("reason", post.text("reason")))
                .done("plan.goal.dropped")
                .back();
    }

    @PostMapping("/plan/goals/{goal}/stall")
    String stall(@PathVariable String goal, FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, path(post, goal) + "/stall", () -> {
                    if (post.all("barriers").isEmpty()) {
                        throw post.invalid("barriers", "plan.stall.which");
                    }
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    post.all("barriers").forEach(body.putArray("barriers")::add);
                    return body.put("blockedFactor", post.textOrNull("blockedFactor"));
                })
                .done("plan.goal.stalled")
                .back();
    }

    private static JsonNode text(String field, String text) {
        return JsonNodeFactory.instance.objectNode().put(field, text);
    }

    /** Path of a goal; an id that is none leads to a goal that does not exist. */
    static String path(FormPost post, String goal) {
        return PlanClient.of(post) + "/goals/" + (PlanClient.isId(goal) ? goal : "none");
    }

    private static List<Choice> choices(Reader reader, String kind, List<String> codes, boolean explained) {
        return codes.stream()
                .map(code -> new Choice(
                        code,
                        reader.code(kind, code),
                        explained ? reader.findText("plan." + kind + "." + code).orElse(null) : null))
                .toList();
    }
}
