package nl.klimrek.standalone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.contracts.conversations.ConversationPlanned;

/** What can be seen afterwards: in figures, on a timeline, and in who looked. */
final class LookingBack {

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
            Coverage now = Patience.until("the conversation is in HR's figures",
                    () -> Optional.of(Coverage.seenBy(stage.hr())).filter(coverage -> coverage.developed() > before));
            step.proof("%d of %d people, before %d; %d teams of fewer than %d people are not shown apart",
                    now.developed(), now.people(), before, now.teamsHidden(), now.minimum());
        });
        story.look(employee.name() + " reads the conversation's timeline", step -> timeline(conversation, step));
        story.look(employee.name() + " sees who looked", step -> {
            Map<String, Integer> looks = new LinkedHashMap<>();
            Patience.until("the looks are in the journal", () -> Optional.of(looks()).filter(all -> !all.isEmpty()))
                    .forEach(look -> looks.merge(who(look) + " at " + look.get("content").asText(), 1, Integer::sum));
            step.proof("%s", looks);
        });
    }

    private void timeline(String conversation, Step step) {
        List<String> types = Patience.until("the closing is on the timeline", () -> Optional.of(types(conversation))
                .filter(found -> found.contains(Contracts.typeOf(ConversationClosed.class))));
        Missing.unless(types.get(0).equals(Contracts.typeOf(ConversationPlanned.class)), "The timeline begins with %s.", types.get(0));
        step.proof("%d entries: %s", types.size(), types.stream().map(LookingBack::brief).collect(Collectors.joining(", ")));
    }

    private List<String> types(String conversation) {
        List<String> types = new ArrayList<>();
        employee.get("/api/journal/timeline?subject=" + conversation + "&limit=200").get("items")
                .forEach(entry -> types.add(entry.get("type").asText()));
        return types;
    }

    private JsonNode looks() {
        return employee.get("/api/journal/looks?limit=200").get("items");
    }

    private String who(JsonNode look) {
        String viewer = look.get("viewer").asText();
        return viewer.equals(stage.bram().id()) ? "Bram" : viewer.equals(stage.hr().id()) ? "HR" : "somebody else";
    }

    private static String brief(String type) {
        return type.replaceFirst("^nl\\.klimrek\\.[^.]+\\.(conversation-)?", "").replaceFirst("\\.v\\d+$", "");
    }
}
