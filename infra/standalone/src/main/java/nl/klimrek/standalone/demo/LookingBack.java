package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.contracts.conversations.ConversationPlanned;

/** What can be seen afterwards: in figures, on a timeline, and in who looked. */
final class LookingBack {

    /** Deciding on a request is the last time that anybody looks. */
    private static final String LAST_LOOK = "BUDGET_REQUEST";

    private final Stage stage;
    private final Person employee;

    LookingBack(Stage stage, Person employee) {
        this.stage = stage;
        this.employee = employee;
    }

    /** @param before how many people had had a development conversation when the demo began */
    void play(String conversation, int before) {
        Story story = stage.story();
        story.chapter("Looking back");
        story.look("HR sees who had a conversation", step -> {
            Coverage now = Patience.until(
                    "the conversation is in HR's figures",
                    () -> Optional.of(Coverage.seenBy(stage.hr())).filter(coverage -> coverage.developed() > before));
            step.proof(
                    "%d of %d people, before %d; %d teams of fewer than %d people are not shown apart",
                    now.developed(), now.people(), before, now.teamsHidden(), now.minimum());
        });
        story.look(employee.name() + " reads the conversation's timeline", step -> timeline(conversation, step));
        story.look(employee.name() + " sees who looked", this::whoLooked);
    }

    private void timeline(String conversation, Step step) {
        List<String> types = Patience.until(
                "the closing is on the timeline",
                () -> Optional.of(types(conversation))
                        .filter(found -> found.contains(Contracts.typeOf(ConversationClosed.class))));
        Missing.unless(
                types.get(0).equals(Contracts.typeOf(ConversationPlanned.class)),
                "The timeline begins with %s.",
                types.get(0));
        step.proof(
                "%d entries: %s",
                types.size(), types.stream().map(LookingBack::brief).collect(Collectors.joining(", ")));
    }

    private List<String> types(String conversation) {
        List<String> types = new ArrayList<>();
        employee.get("/api/journal/timeline?subject=" + conversation + "&limit=200")
                .get("items")
                .forEach(entry -> types.add(entry.get("type").asText()));
        return types;
    }

    private void whoLooked(Step step) {
        Counts looks = new Counts();
        Patience.until(
                        "the last look is in the journal",
                        () -> Optional.of(employee.get("/api/journal/looks?limit=200")
                                        .get("items"))
                                .filter(all -> all.toString().contains(LAST_LOOK)))
                .forEach(look -> looks.add(look.get("content").asText() + " by " + who(look)));
        step.proof("%s", looks);
    }

    private String who(JsonNode look) {
        String viewer = look.get("viewer").asText();
        return viewer.equals(stage.bram().id())
                ? "Bram"
                : viewer.equals(stage.hr().id()) ? "HR" : "somebody else";
    }

    private static String brief(String type) {
        return type.replaceFirst("^nl\\.klimrek\\.[^.]+\\.(conversation-)?", "").replaceFirst("\\.v\\d+$", "");
    }
}
