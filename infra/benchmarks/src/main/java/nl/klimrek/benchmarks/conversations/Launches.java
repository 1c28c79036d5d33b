package nl.klimrek.benchmarks.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.Line;
import nl.klimrek.benchmarks.Median;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.servicekit.people.PeopleProjection;

/** A cycle from HR's request until everybody who has a manager has a conversation and a slot. */
final class Launches {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final int ROUNDS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private Launches() {}

    static void measure(Engines engines, RunningConversations service, Consumer<Line> lines) throws Exception {
        launch(engines, service, "warm", FEW);
        Median few = new Median();
        for (int round = 0; round < ROUNDS; round++) {
            few.add(launch(engines, service, "few" + round, FEW));
        }
        double many = launch(engines, service, "many", MANY);
        lines.accept(Line.of(
                "conversations.launch-ms-each",
                many,
                few.value(),
                "per employee of " + MANY + ", planned and invited; raw: of " + FEW + ": a ratio near 1 is flat"));
    }

    private static double launch(Engines engines, RunningConversations service, String organisation, int people)
            throws Exception {
        Roster.tell(engines.bootstrapServers(), service.bean(PeopleProjection.class), organisation, people);
        RunningConversations.Person hr = service.person(organisation, "hr", "EMPLOYEE", "HR");
        String cycle = hr.post(
                        "/cycles",
                        "{'rhythm':[{'type':'DEVELOPMENT','everyDays':182}],'startsOn':'%s'}"
                                .formatted(LocalDate.now()))
                .path("id")
                .asText();
        long begin = System.nanoTime();
        JsonNode run = hr.post("/cycles/" + cycle + "/plan", "");
        double took = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        if (!run.path("done").asBoolean() || run.path("proposed").asInt() != people - 1) {
            throw new IllegalStateException("not everybody was invited: " + run);
        }
        return took / people;
    }
}
