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
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.portal.me.TodayResponses.Conversation;
import nl.klimrek.portal.me.TodayResponses.OpenAgreement;
import nl.klimrek.portal.me.TodayResponses.Request;
import nl.klimrek.portal.reader.Reader;

/**
 * Makes the list of what waits for the reader, from prompts and from conversations with an open step: one item for each
 * subject, however many prompts it has.
 */
final class WaitingItemFactory {
    /** How long before it a conversation without a prompt is listed. */
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Reader reader;
    private final Map<String, Conversation> conversations;
    private final Map<String, OpenAgreement> agreements;
    private final Map<String, Request> requests;

    WaitingItemFactory(
            Reader reader, List<Conversation> conversations, List<OpenAgreement> agreements, List<Request> requests) {
        this.reader = reader;
        this.conversations = byId(conversations, Conversation::conversation);
        this.agreements = byId(agreements, OpenAgreement::id);
        this.requests = byId(requests, Request::id);
    }

    /** The oldest prompts first; conversations without a prompt last. */
    List<WaitingItem> of(List<PromptResponse> prompts, Instant now) {
        Map<String, List<PromptResponse>> occasions = prompts.stream()
                .sorted(Comparator.comparing(PromptResponse::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .collect(Collectors.groupingBy(
                        prompt -> prompt.subjectKind() + " " + prompt.about(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<WaitingItem> items = new ArrayList<>();
        occasions.values().forEach(occasion -> items.add(worded(occasion)));
        conversations.values().stream()
                .filter(Conversation::asks)
                .filter(conversation -> !occasions.containsKey("CONVERSATION " + conversation.conversation()))
                .filter(conversation -> !begins(conversation).isAfter(now.plus(AHEAD)))
                .sorted(Comparator.comparing(this::begins))
                .forEach(conversation -> items.add(item(conversation, "")));
        return items;
    }

    /** The item with the words of its newest prompt, where they are the organisation's own: those that the message had. */
    private WaitingItem worded(List<PromptResponse> occasion) {
        PromptResponse newest = occasion.get(occasion.size() - 1);
        WaitingItem item = item(occasion);
        return newest.isOwn() ? item.inOwnWords(newest.step(), newest.why()) : item;
    }

    private WaitingItem item(List<PromptResponse> occasion) {
        PromptResponse newest = occasion.get(occasion.size() - 1);
        String ids = occasion.stream().map(PromptResponse::id).collect(Collectors.joining(","));
        String why = reader.findText("today.why." + newest.action())
                .orElseGet(() -> newest.why() == null ? "" : newest.why());
        boolean notice = occasion.stream().allMatch(PromptResponse::isNotice);
        if (newest.subjectKind() == null) {
            return new WaitingItem(
                    newest.step() == null ? "" : newest.step(),
                    since(newest),
                    why,
                    reader.say("today.step.OTHER"),
                    "/me/waiting",
                    ids,
                    notice);
        }
        // Without a default, so that a new subject does not compile before it has a link.
        return switch (newest.subjectKind()) {
            case CONVERSATION -> conversation(newest, why, ids, notice);
            case AGREEMENT -> agreement(newest, why, ids);
            case BUDGET_REQUEST ->
                newest.action() == PromptAction.DECIDE_REQUEST
                        ? request(newest, why, ids)
                        : plain(newest, why, "/budgets/requests/" + newest.about(), ids, notice);
            case FEEDBACK,
                    HANDOVER,
                    TEAM_DIALOGUE,
                    CYCLE,
                    GOAL,
                    ACTIVITY,
                    EVIDENCE,
                    PLAN,
                    BUDGET,
                    COACHES,
                    COACH,
                    WEBHOOK,
                    EXTERNAL_COACH,
                    GOAL_PROPOSAL ->
                plain(newest, why, PromptLinks.of(newest, reader.viewer().person()), ids, notice);
        };
    }

    /** An item that names its kind only; the page behind its link says the rest. */
    private WaitingItem plain(PromptResponse prompt, String why, String link, String ids, boolean notice) {
        String what = reader.findText("today.what." + prompt.action())
                .orElseGet(() -> reader.say("today.subject." + prompt.subjectKind()));
        return new WaitingItem(what, since(prompt), why, step(prompt), link, ids, notice);
    }

    private WaitingItem conversation(PromptResponse prompt, String why, String ids, boolean notice) {
        Conversation conversation = conversations.get(prompt.about());
        if (conversation != null && conversation.asks() && !notice) {
            return item(conversation, ids);
        }
        return new WaitingItem(
                conversation != null ? what(conversation) : reader.say("today.talk.unknown"),
                conversation != null ? when(conversation) : since(prompt),
                why,
                step(prompt),
                "/conversations/" + prompt.about(),
                ids,
                notice);
    }

    private WaitingItem item(Conversation conversation, String ids) {
        return new WaitingItem(
                what(conversation),
                when(conversation),
                reader.findText("asked." + conversation.asked() + ".explained").orElse(""),
                reader.code("asked", conversation.asked()),
                "/conversations/" + conversation.conversation(),
                ids,
                false);
    }

    private WaitingItem agreement(PromptResponse prompt, String why, String ids) {
        OpenAgreement agreement = agreements.get(prompt.about());
        if (agreement == null) {
            return new WaitingItem(
                    reader.say("today.agreement.unknown"),
                    since(prompt),
                    why,
                    step(prompt),
                    "/conversations",
                    ids,
                    false);
        }
        String text = agreement.text() == null ? reader.say("today.agreement.wordless") : agreement.text();
        return new WaitingItem(
                text,
                reader.say("today.agreement.when", reader.name(agreement.with()), reader.shortDay(agreement.dueDate())),
                why,
                step(prompt),
                "/conversations/" + agreement.conversation(),
                ids,
                false);
    }

    private WaitingItem request(PromptResponse prompt, String why, String ids) {
        Request request = requests.get(prompt.about());
        String link = "/team/requests/" + prompt.about();
        if (request == null) {
            return new WaitingItem(
                    reader.say("today.request.unknown"), since(prompt), why, step(prompt), link, ids, false);
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
                ids,
                false);
    }

    /** The title of a conversation: its type and the other participant. */
    String what(Conversation conversation) {
        return reader.say("today.talk", reader.code("type", conversation.type()), reader.name(conversation.other()));
    }

    /** The slot or the window of a conversation, with its label. */
    String when(Conversation conversation) {
        if (conversation.slotStart() != null) {
            String key = "ACCEPTED".equals(conversation.status())
                    ? "today.slot.agreed"
                    : "INVITED".equals(conversation.status()) ? "today.slot.proposed" : "today.slot";
            return reader.say(key, reader.slot(conversation.slotStart(), conversation.slotEnd()));
        }
        return conversation.windowFrom() == null
                ? ""
                : reader.say(
                        "today.window",
                        reader.shortDay(conversation.windowFrom()),
                        reader.shortDay(conversation.windowUntil()));
    }

    private String since(PromptResponse prompt) {
        return prompt.dueAt() == null ? "" : reader.say("today.since", reader.moment(prompt.dueAt()));
    }

    private String step(PromptResponse prompt) {
        return reader.findText("today.step." + prompt.action()).orElseGet(() -> reader.say("today.step.OTHER"));
    }

    private Instant begins(Conversation conversation) {
        return conversation.slotStart() != null
                ? conversation.slotStart()
                : conversation.windowFrom() == null
                        ? Instant.EPOCH
                        : conversation.windowFrom().atStartOfDay(reader.zone()).toInstant();
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
