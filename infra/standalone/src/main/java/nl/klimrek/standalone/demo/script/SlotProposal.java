package nl.klimrek.standalone.demo.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;

/** A one-hour slot at which both sides of a conversation work and have nothing else, in Dutch time. */
public final class SlotProposal {

    private static final Duration LENGTH = Duration.ofHours(1);
    private static final int WEEKS = 8;

    private SlotProposal() {}

    /**
     * Request body with the first free slot after this date, if possible at this hour.
     *
     * @param conversation path of the conversation
     * @throws DemoFailure if there is none in its window
     */
    public static Map<String, String> firstFree(
            DemoUser one, DemoUser other, String conversation, LocalDate after, int hour) {
        for (int week = 0; week < WEEKS; week++) {
            String path = conversation + "/times?from=" + after.plusDays(1 + 7L * week);
            JsonNode times = one.get(path);
            List<JsonNode> taken = Stream.of(times, other.get(path))
                    .flatMap(own -> own.path("taken").valueStream())
                    .filter(time -> !conversation.endsWith(
                            "/" + time.path("conversation").asText()))
                    .toList();
            String first = times.path("windowFrom").asText();
            String last = times.path("windowUntil").asText();
            var start = times.path("days")
                    .valueStream()
                    .filter(day -> day.has("opens")
                            && day.path("day").asText().compareTo(first) >= 0
                            && day.path("day").asText().compareTo(last) <= 0)
                    .flatMap(day -> starts(day, hour))
                    .filter(begin -> taken.stream().noneMatch(time -> overlaps(time, begin)))
                    .findFirst();
            if (start.isPresent()) {
                return Map.of(
                        "slotStart", start.get().toString(),
                        "slotEnd", start.get().plus(LENGTH).toString());
            }
        }
        throw new DemoFailure("There is no free hour for both in the window of " + conversation + ".");
    }

    /** Hours at which both work on that day, the wanted one first. */
    private static Stream<Instant> starts(JsonNode day, int hour) {
        LocalDate date = LocalDate.parse(day.get("day").asText());
        Instant opens = Instant.parse(day.get("opens").asText());
        Instant closes = Instant.parse(day.get("closes").asText());
        return IntStream.concat(IntStream.of(hour), IntStream.rangeClosed(0, 23))
                .mapToObj(at -> date.atTime(LocalTime.of(at, 0))
                        .atZone(DemoContext.ZONE)
                        .toInstant())
                .filter(start -> !start.isBefore(opens) && !start.plus(LENGTH).isAfter(closes));
    }

    private static boolean overlaps(JsonNode taken, Instant start) {
        return Instant.parse(taken.get("start").asText()).isBefore(start.plus(LENGTH))
                && Instant.parse(taken.get("end").asText()).isAfter(start);
    }
}
