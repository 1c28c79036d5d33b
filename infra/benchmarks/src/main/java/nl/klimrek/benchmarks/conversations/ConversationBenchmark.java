package nl.klimrek.benchmarks.conversations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.conversations.BenchmarkedConversations.Person;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.servicekit.people.PeopleProjection;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Whole conversations: create, three agenda points, a shared and a private note, two agreements, close. The steps between
 * them that the life cycle asks for are taken and not counted. Raw is the same in the smallest organisation.
 */
final class ConversationBenchmark {
    /** An hour of its own for each conversation, because nobody has two at one moment. */
    private static final AtomicInteger SLOTS = new AtomicInteger();

    private static final int[] SIZES = {14, 1_000, 10_000};
    private static final int[] CLIENTS = {1, 8};
    private static final double MICROS_PER_MILLI = 1e3;

    private ConversationBenchmark() {}

    static void measure(
            BenchmarkSettings setting, Engines engines, BenchmarkedConversations service, Consumer<ReportLine> lines)
            throws Exception {
        double[] accepted = new double[CLIENTS.length];
        double[] visible = new double[CLIENTS.length];
        for (int size : SIZES) {
            String organisation = "whole" + size;
            SyntheticOrganisation.publish(
                    engines.bootstrapServers(), service.bean(PeopleProjection.class), organisation, size);
            several(service, organisation, size, 1, 10);
            for (int i = 0; i < CLIENTS.length; i++) {
                Histogram[] took = several(service, organisation, size, CLIENTS[i], setting.size(20, 60));
                String at = "-at-" + size + "-by-" + CLIENTS[i] + "-ms";
                accepted[i] = size == SIZES[0] ? took[0].getValueAtPercentile(50) : accepted[i];
                visible[i] = size == SIZES[0] ? took[1].getValueAtPercentile(50) : visible[i];
                lines.accept(line("conversations.accepted" + at, took[0], accepted[i]));
                lines.accept(line("conversations.visible" + at, took[1], visible[i]));
            }
        }
    }

    private static Histogram[] several(
            BenchmarkedConversations service, String organisation, int size, int clients, int each) throws Exception {
        Histogram accepted = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
        Histogram visible = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Void>> done = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int employee = size - 1 - client;
                Person one = service.person(organisation, SyntheticOrganisation.id(employee), "EMPLOYEE");
                Person other = service.person(
                        organisation,
                        Objects.requireNonNull(SyntheticOrganisation.managerOf(employee)),
                        "EMPLOYEE",
                        "MANAGER");
                done.add(threads.submit((Callable<Void>) () -> {
                    for (int i = 0; i < each; i++) {
                        whole(one, other, accepted, visible);
                    }
                    return null;
                }));
            }
            for (Future<Void> client : done) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return new Histogram[] {accepted, visible};
    }

    private static void whole(Person one, Person other, Histogram accepted, Histogram visible) throws Exception {
        long begin = System.nanoTime();
        String id = timed(
                accepted,
                () -> one.post("/conversations", "{'type':'DEVELOPMENT'}")
                        .path("id")
                        .asText());
        while (StreamSupport.stream(
                        other.get("/conversations?limit=200").path("items").spliterator(), false)
                .noneMatch(entry -> entry.path("conversation").asText().equals(id))) {
            Thread.onSpinWait();
        }
        visible.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
        String path = "/conversations/" + id;
        for (int point = 0; point < 3; point++) {
            timed(accepted, () -> one.post(path + "/agenda", "{'text':'What I would like to learn next'}"));
        }
        timed(accepted, () -> one.post(path + "/notes", "{'text':'What went well this half year','shared':true}"));
        timed(accepted, () -> one.post(path + "/notes", "{'text':'What I keep to myself','shared':false}"));
        Instant soon = Instant.now().plusSeconds(3600L * SLOTS.incrementAndGet());
        String slot = "{'slotStart':'%s','slotEnd':'%s','outside':true}".formatted(soon, soon.plusSeconds(3600));
        other.post(path + "/invitation", slot);
        one.post(path + "/acceptance", slot);
        one.post(path + "/holding", "{}");
        for (int agreement = 0; agreement < 2; agreement++) {
            timed(
                    accepted,
                    () -> one.post(
                            path + "/agreements",
                            "{'text':'A day a month in the laboratory','owner':'MANAGER','dueDate':'%s'}"
                                    .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(60))));
        }
        other.post(path + "/report", "{'text':'We talked about the laboratory.'}");
        one.post(path + "/confirmation", "{'version':1}");
        other.post(path + "/confirmation", "{'version':1}");
        timed(accepted, () -> one.post(path + "/closing", "{}"));
    }

    private static <T> T timed(Histogram histogram, Callable<T> request) throws Exception {
        long begin = System.nanoTime();
        T answer = request.call();
        histogram.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
        return answer;
    }

    private static ReportLine line(String name, Histogram took, double smallest) {
        return new ReportLine(
                name,
                took.getValueAtPercentile(50) / MICROS_PER_MILLI,
                smallest / MICROS_PER_MILLI,
                took.getValueAtPercentile(50) / MICROS_PER_MILLI,
                took.getValueAtPercentile(99) / MICROS_PER_MILLI,
                "p50; raw: with " + SIZES[0] + " people");
    }
}
