package nl.klimrek.benchmarks.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.Median;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.servicekit.people.PeopleProjection;

/** Measures a cycle from HR's request until everybody with a manager has a conversation and a slot. */
final class CycleLaunchBenchmark {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final int ROUNDS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private CycleLaunchBenchmark() {}

    static void measure(Engines engines, BenchmarkedConversations service, Consumer<ReportLine> lines)
            throws Exception {
        launch(engines, service, "warm", FEW);
        Median few = new Median();
        for (int round = 0; round < ROUNDS; round++) {
            few.add(launch(engines, service, "few" + round, FEW));
        }
        double many = launch(engines, service, "many", MANY);
        lines.accept(ReportLine.of(
                "conversations.launch-ms-each",
                many,
                few.value(),
                "per employee of " + MANY + ", planned and invited; raw: of " + FEW + ": a ratio near 1 is flat"));
    }

    private static double launch(Engines engines, BenchmarkedConversations service, String organisation, int people)
            throws Exception {
        SyntheticOrganisation.publish(
                engines.bootstrapServers(), service.bean(PeopleProjection.class), organisation, people);
        BenchmarkedConversations.Person hr = service.person(organisation, "hr", "EMPLOYEE", "HR");
        String cycle = hr.post(
                        "/cycles",
                        "{'rhythm':[{'type':'DEVELOPMENT','everyDays':182}],'startsOn':'%s'}"
                                .formatted(LocalDate.now(ZoneOffset.UTC)))
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
