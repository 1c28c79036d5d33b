package nl.klimrek.portal.me;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.me.TodayPage.AgreementLine;
import nl.klimrek.portal.me.TodayPage.Link;
import nl.klimrek.portal.me.TodayPage.Next;
import nl.klimrek.portal.me.TodayPage.PlanLine;
import nl.klimrek.portal.me.TodayResponses.Conversation;
import nl.klimrek.portal.me.TodayResponses.Goal;
import nl.klimrek.portal.me.TodayResponses.OpenAgreement;
import nl.klimrek.portal.me.TodayResponses.Plan;
import nl.klimrek.portal.me.TodayResponses.Request;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts Today together from at most four answers, and one more where a budget request waits. */
@Component
class TodayPageFactory {
    private static final String PROMPTS = "/api/reminders?limit=200";
    private static final String TALKS = "/api/conversations?limit=200";
    private static final String AGREEMENTS = "/api/conversations/agreements/open?limit=200";
    private static final String REQUESTS = "/api/learning-budgets/requests?toDecide=me&limit=200";

    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final Clock clock;

    TodayPageFactory(ServiceClient services, ParallelCalls parallel, Clock clock) {
        this.services = services;
        this.parallel = parallel;
        this.clock = clock;
    }

    TodayPage of(Reader reader) {
        Viewer viewer = reader.viewer();
        boolean employee = viewer.is("EMPLOYEE");
        boolean talks = employee || viewer.is("MANAGER") || viewer.is("COACH");
        Part<Section<List<PromptResponse>>> prompts =
                parallel.start(() -> services.list(viewer, Upstream.REMINDERS, PROMPTS, PromptResponse.class));
        Part<Section<List<Conversation>>> own = parallel.start(
                () -> when(talks, () -> services.list(viewer, Upstream.CONVERSATIONS, TALKS, Conversation.class)));
        Part<Section<List<OpenAgreement>>> open = parallel.start(() ->
                when(talks, () -> services.list(viewer, Upstream.CONVERSATIONS, AGREEMENTS, OpenAgreement.class)));
        Part<Section<Plan>> plan = parallel.start(() -> employee
                ? services.get(viewer, Upstream.POP_FORMS, "/api/pop-forms/mine", Plan.class)
                : Section.of(null, null));
        return page(reader, employee, prompts.get(), own.get(), open.get(), plan.get());
    }

    private static <T> Section<List<T>> when(boolean wanted, java.util.function.Supplier<Section<List<T>>> asked) {
        return wanted ? asked.get() : Section.of(List.of(), null);
    }

    private TodayPage page(
            Reader reader,
            boolean employee,
            Section<List<PromptResponse>> prompts,
            Section<List<Conversation>> talks,
            Section<List<OpenAgreement>> open,
            Section<Plan> plan) {
        Instant now = clock.instant();
        WaitingItemFactory asks = new WaitingItemFactory(
                reader, talks.orElse(List.of()), open.orElse(List.of()), requests(reader, prompts.orElse(List.of())));
        Section<List<WaitingItem>> asked = prompts.map(all -> asks.of(all, now));
        Section<PlanLine> line = employee ? planLine(reader, plan) : Section.of(new PlanLine(false, ""), null);
        boolean newcomer = employee
                && asked.isOk()
                && asked.value().isEmpty()
                && talks.isOk()
                && talks.value().isEmpty()
                && line.isOk()
                && !line.value().started();
        return new TodayPage(
                asked,
                newcomer,
                employee,
                talks.map(all -> next(asks, all, now)),
                open.map(all -> agreements(reader, all, talks.orElse(List.of()))),
                line,
                elsewhere(reader, employee));
    }

    /** Budget requests, only when one waits for the reader's decision. */
    private List<Request> requests(Reader reader, List<PromptResponse> prompts) {
        boolean any = prompts.stream().anyMatch(prompt -> prompt.action() == PromptAction.DECIDE_REQUEST);
        return any
                ? services.list(reader.viewer(), Upstream.LEARNING_BUDGETS, REQUESTS, Request.class)
                        .orElse(List.of())
                : List.of();
    }

    private static Next next(WaitingItemFactory asks, List<Conversation> talks, Instant now) {
        return talks.stream()
                .filter(talk -> "ACCEPTED".equals(talk.status())
                        && talk.slotStart() != null
                        && talk.slotEnd().isAfter(now))
                .min(Comparator.comparing(Conversation::slotStart))
                .map(talk -> new Next(asks.what(talk), asks.when(talk), "/conversations/" + talk.conversation()))
                .orElse(Next.NONE);
    }

    private static List<AgreementLine> agreements(Reader reader, List<OpenAgreement> open, List<Conversation> talks) {
        Map<String, Conversation> known = talks.stream()
                .collect(Collectors.toMap(Conversation::conversation, Function.identity(), (one, other) -> one));
        return open.stream()
                .map(agreement -> new AgreementLine(
                        agreement.text() == null ? reader.say("today.agreement.wordless") : agreement.text(),
                        owner(reader, agreement, known.get(agreement.conversation())),
                        reader.shortDay(agreement.dueDate()),
                        "/conversations/" + agreement.conversation()))
                .toList();
    }

    /** The owner of an agreement, as the reader calls them. */
    private static String owner(Reader reader, OpenAgreement agreement, @Nullable Conversation talk) {
        String code = agreement.owner() == null ? "" : agreement.owner();
        if (code.equals("SHARED") || code.equals("ORGANISATION") || talk == null) {
            return reader.findText("today.owner." + code).orElseGet(() -> reader.code("owner", code));
        }
        boolean mine = code.equals("EMPLOYEE") == talk.about();
        return mine ? reader.say("who.you.first") : reader.name(talk.other());
    }

    private static Section<PlanLine> planLine(Reader reader, Section<Plan> plan) {
        if (!plan.isOk()) {
            return plan.trouble().code().equals("pop-not-started")
                    ? Section.of(new PlanLine(false, reader.say("today.plan.none")), null)
                    : Section.failed(plan.trouble());
        }
        List<Goal> open = plan.value().goals().stream().filter(Goal::open).toList();
        if (open.isEmpty()) {
            return Section.of(new PlanLine(true, reader.say("today.plan.empty")), null);
        }
        Goal nearest = open.stream().min(Comparator.comparing(Goal::targetDate)).orElseThrow();
        String key = open.size() == 1 ? "today.plan.one" : "today.plan.several";
        return Section.of(
                new PlanLine(
                        true, reader.say(key, nearest.title(), reader.shortDay(nearest.targetDate()), open.size())),
                null);
    }

    private static @Nullable Link elsewhere(Reader reader, boolean employee) {
        if (employee) {
            return null;
        }
        for (String role : List.of("HR", "COACH", "AUDITOR")) {
            if (reader.viewer().is(role)) {
                String path = role.equals("AUDITOR") ? "/journal" : "/" + role.toLowerCase(java.util.Locale.ROOT);
                return new Link(path, reader.say("today.elsewhere." + role));
            }
        }
        return null;
    }
}
