package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.CoverageFigures;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;
import nl.klimrek.standalone.demo.script.EventCounts;

/** Chapter: coverage figures, the conversation's timeline, and the access log. */
final class ReviewChapter {

    /** The last logged access of the demo is the decision on the budget request. */
    private static final String LAST_LOOK = "BUDGET_REQUEST";

    private final DemoContext context;
    private final DemoUser employee;

    ReviewChapter(DemoContext context, DemoUser employee) {
        this.context = context;
        this.employee = employee;
    }

    /** @param before number of people with a development conversation when the demo began */
    void play(String conversation, int before) {
        DemoScript script = context.script();
        script.chapter("Looking back");
        script.look("HR sees who had a conversation", step -> {
            CoverageFigures now = Eventually.until(
                    "the conversation is in HR's figures",
                    () -> Optional.of(CoverageFigures.seenBy(context.hr()))
                            .filter(coverage -> coverage.developed() > before));
            step.proof(
                    "%d of %d people, before %d; %d teams of fewer than %d people are not shown apart",
                    now.developed(), now.people(), before, now.teamsHidden(), now.minimum());
        });
        script.look(employee.name() + " reads the conversation's timeline", step -> timeline(conversation, step));
        script.look(employee.name() + " sees who looked", this::whoLooked);
    }

    private void timeline(String conversation, DemoStep step) {
        List<String> types = Eventually.until(
                "the closing is on the timeline",
                () -> Optional.of(types(conversation))
                        .filter(found -> found.contains(Contracts.typeOf(ConversationClosed.class))));
        DemoFailure.unless(
                types.get(0).equals(Contracts.typeOf(ConversationPlanned.class)),
                "The timeline begins with %s.",
                types.get(0));
        step.proof(
                "%d entries: %s",
                types.size(), types.stream().map(ReviewChapter::brief).collect(Collectors.joining(", ")));
    }

    private List<String> types(String conversation) {
        List<String> types = new ArrayList<>();
        employee.get("/api/journal/timeline?subject=" + conversation + "&limit=200")
                .get("items")
                .forEach(entry -> types.add(entry.get("type").asText()));
        return types;
    }

    private void whoLooked(DemoStep step) {
        EventCounts looks = new EventCounts();
        Eventually.until(
                        "the last look is in the journal",
                        () -> Optional.of(employee.get("/api/journal/looks?limit=200")
                                        .get("items"))
                                .filter(all -> all.toString().contains(LAST_LOOK)))
                .forEach(look -> looks.add(look.get("content").asText() + " by " + who(look)));
        step.proof("%s", looks);
    }

    private String who(JsonNode look) {
        String viewer = look.get("viewer").asText();
        return viewer.equals(context.bram().id())
                ? "Bram"
                : viewer.equals(context.hr().id()) ? "HR" : "somebody else";
    }

    private static String brief(String type) {
        return type.replaceFirst("^nl\\.klimrek\\.[^.]+\\.(conversation-)?", "").replaceFirst("\\.v\\d+$", "");
    }
}
