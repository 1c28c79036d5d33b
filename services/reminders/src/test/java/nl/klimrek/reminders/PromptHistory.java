package nl.klimrek.reminders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.klimrek.testkit.events.TopicRecord;

/**
 * The journalled decisions about prompts, judged: what is sent was scheduled before, is sent once per round, not before it was
 * due, and not after it ended.
 */
final class PromptHistory {

    private final Map<String, Round> rounds = new LinkedHashMap<>();
    private final Map<String, Integer> sent = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param shown what the sender's clock showed at a moment of the service's clock, with which events are stamped */
    PromptHistory(List<TopicRecord> records, UnaryOperator<Instant> shown) {
        for (TopicRecord record : records) {
            Instant at = Instant.parse(String.valueOf(record.attribute("time")));
            apply(record.json().path("prompt").asText(), record, shown.apply(at));
        }
    }

    private void apply(String prompt, TopicRecord record, Instant at) {
        Round round = rounds.get(prompt);
        switch (record.shortType()) {
            case "prompt-scheduled" ->
                rounds.put(
                        prompt,
                        new Round(Instant.parse(record.json().path("dueAt").asText()), false));
            case "prompt-snoozed" ->
                rounds.put(
                        prompt,
                        new Round(Instant.parse(record.json().path("until").asText()), false));
            case "prompt-sent" -> {
                if (round == null) {
                    faults.add(prompt + " was sent after it ended, or without being asked for");
                } else {
                    if (round.sent()) {
                        faults.add(prompt + " was sent twice in a round");
                    }
                    if (at.isBefore(round.dueAt())) {
                        faults.add(prompt + " was due at " + round.dueAt() + " and sent at " + at);
                    }
                    rounds.put(prompt, new Round(round.dueAt(), true));
                }
                sent.merge(prompt, 1, Integer::sum);
            }
            case "prompt-cancelled", "prompt-acted", "prompt-suppressed" -> rounds.remove(prompt);
            default -> {
                // Silences change nothing about what may be sent.
            }
        }
    }

    /** What is wrong with the history; empty for nothing. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How often a prompt was sent, in all its rounds. */
    int sent(String prompt) {
        return sent.getOrDefault(prompt, 0);
    }

    /** Prompts that wait to be sent although they were due before this moment. */
    List<String> overdue(Instant moment) {
        return rounds.entrySet().stream()
                .filter(each ->
                        !each.getValue().sent() && each.getValue().dueAt().isBefore(moment))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param dueAt the moment before which it may not be sent */
    private record Round(Instant dueAt, boolean sent) {}
}
