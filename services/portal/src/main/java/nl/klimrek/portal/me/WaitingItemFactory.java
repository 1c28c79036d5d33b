package nl.klimrek.portal.me;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.portal.me.TodayResponses.OpenAgreement;
import nl.klimrek.portal.me.TodayResponses.Request;
import nl.klimrek.portal.me.TodayResponses.Talk;
import nl.klimrek.portal.reader.Reader;

/**
 * Makes of prompts, and of conversations that wait for the reader, what is asked of them: one line for each occasion, however
 * many prompts it has.
 */
final class WaitingItemFactory {
    /** A conversation that nobody is prompted about yet is worth a line from this long before it. */
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Reader reader;
    private final Map<String, Talk> talks;
    private final Map<String, OpenAgreement> agreements;
    private final Map<String, Request> requests;

    WaitingItemFactory(Reader reader, List<Talk> talks, List<OpenAgreement> agreements, List<Request> requests) {
        this.reader = reader;
        this.talks = byId(talks, Talk::conversation);
        this.agreements = byId(agreements, OpenAgreement::id);
        this.requests = byId(requests, Request::id);
    }

    /** The longest waiting first; conversations without a prompt come last. */
    List<WaitingItem> of(List<PromptResponse> prompts, Instant now) {
        Map<String, List<PromptResponse>> occasions = prompts.stream()
                .sorted(Comparator.comparing(PromptResponse::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .collect(Collectors.groupingBy(
                        prompt -> prompt.subjectKind() + " " + prompt.about(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<WaitingItem> asks = new ArrayList<>();
        occasions.values().forEach(occasion -> asks.add(ask(occasion)));
        talks.values().stream()
                .filter(Talk::asks)
                .filter(talk -> !occasions.containsKey("CONVERSATION " + talk.conversation()))
                .filter(talk -> !begins(talk).isAfter(now.plus(AHEAD)))
                .sorted(Comparator.comparing(this::begins))
                .forEach(talk -> asks.add(ask(talk, "")));
        return asks;
    }

    private WaitingItem ask(List<PromptResponse> occasion) {
        PromptResponse newest = occasion.get(occasion.size() - 1);
        String ids = occasion.stream().map(PromptResponse::id).collect(Collectors.joining(","));
        String about = newest.about();
        String why = reader.findText("today.why." + newest.action()).orElse("");
        return switch (newest.subjectKind() == null ? "" : newest.subjectKind()) {
            case "CONVERSATION" ->
                talks.containsKey(about) && talks.get(about).asks()
                        ? ask(talks.get(about), ids)
                        : new WaitingItem(
                                talks.containsKey(about) ? what(talks.get(about)) : reader.say("today.talk.unknown"),
                                talks.containsKey(about) ? when(talks.get(about)) : since(newest),
                                why,
                                step(newest),
                                "/conversations/" + about,
                                ids);
            case "AGREEMENT" ->
                agreements.containsKey(about)
                        ? agreement(agreements.get(about), newest, why, ids)
                        : new WaitingItem(
                                reader.say("today.agreement.unknown"),
                                since(newest),
                                why,
                                step(newest),
                                "/conversations",
                                ids);
            case "BUDGET_REQUEST" -> request(newest, why, ids);
            default ->
                new WaitingItem(
                        newest.step() == null ? "" : newest.step(),
                        since(newest),
                        why,
                        reader.say("today.step.OTHER"),
                        "/me/waiting",
                        ids);
        };
    }

    private WaitingItem ask(Talk talk, String ids) {
        return new WaitingItem(
                what(talk),
                when(talk),
                reader.findText("asked." + talk.asked() + ".explained").orElse(""),
                reader.code("asked", talk.asked()),
                "/conversations/" + talk.conversation(),
                ids);
    }

    private WaitingItem agreement(OpenAgreement agreement, PromptResponse prompt, String why, String ids) {
        String text = agreement.text() == null ? reader.say("today.agreement.wordless") : agreement.text();
        return new WaitingItem(
                text,
                reader.say("today.agreement.when", reader.name(agreement.with()), reader.shortDay(agreement.dueDate())),
                why,
                step(prompt),
                "/conversations/" + agreement.conversation(),
                ids);
    }

    private WaitingItem request(PromptResponse prompt, String why, String ids) {
        Request request = requests.get(prompt.about());
        String link = "/team/requests/" + prompt.about();
        if (request == null) {
            return new WaitingItem(reader.say("today.request.unknown"), since(prompt), why, step(prompt), link, ids);
        }
        String amounts = request.shares().stream()
                .map(share -> reader.amount(share.unit(), share.amount()))
                .collect(Collectors.joining(" + "));
        return new WaitingItem(
                reader.say("today.request", reader.name(request.employee()), amounts),
                reader.say("today.request.when", reader.shortDay(request.neededOn())),
                why,
                step(prompt),
                link,
                ids);
    }

    /** What a conversation is called: its type and with whom. */
    String what(Talk talk) {
        return reader.say("today.talk", reader.code("type", talk.type()), reader.name(talk.other()));
    }

    /** At which moment, or in which window, with its label. */
    String when(Talk talk) {
        if (talk.slotStart() != null) {
            String key = "ACCEPTED".equals(talk.status())
                    ? "today.slot.agreed"
                    : "INVITED".equals(talk.status()) ? "today.slot.proposed" : "today.slot";
            return reader.say(key, reader.slot(talk.slotStart(), talk.slotEnd()));
        }
        return talk.windowFrom() == null
                ? ""
                : reader.say("today.window", reader.shortDay(talk.windowFrom()), reader.shortDay(talk.windowUntil()));
    }

    private String since(PromptResponse prompt) {
        return prompt.dueAt() == null ? "" : reader.say("today.since", reader.moment(prompt.dueAt()));
    }

    private String step(PromptResponse prompt) {
        return reader.findText("today.step." + prompt.action()).orElseGet(() -> reader.say("today.step.OTHER"));
    }

    private Instant begins(Talk talk) {
        return talk.slotStart() != null
                ? talk.slotStart()
                : talk.windowFrom() == null
                        ? Instant.EPOCH
                        : talk.windowFrom().atStartOfDay(reader.zone()).toInstant();
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
