package nl.klimrek.portal.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The reader's conversations as their page shows them.
 *
 * @param asks       those in which the reader has a step to take
 * @param next       those that come
 * @param past       those that ended in this year
 * @param agreements what is still to be kept, the earliest due first
 * @param both       whether the reader has conversations of their own and of others
 */
public record ConversationListPage(
        List<Line> asks,
        List<Line> next,
        List<Line> past,
        List<Agreement> agreements,
        boolean both,
        String query,
        String side,
        int year,
        boolean all,
        int asksMore,
        int nextMore,
        int pastMore) {
    /** As many of a kind as are shown at first. */
    static final int FIRST = 20;

    /**
     * One conversation.
     *
     * @param about whose development it is about
     * @param when  its moment or its window, with a label
     * @param asked the reader's step; empty without one
     */
    public record Line(String id, String title, String about, String when, String status, String state, String asked) {}

    /** An agreement with its owner and due date. */
    public record Agreement(String conversation, String text, String meta, boolean late) {}

    public boolean isEmpty() {
        return asks.isEmpty() && next.isEmpty() && past.isEmpty();
    }

    /**
     * Puts the page together.
     *
     * @param side {@code mine}, {@code others} or empty for both
     * @param all  whether long lists are shown whole
     */
    static ConversationListPage of(
            Reader reader,
            List<ConversationListItem> entries,
            List<OpenAgreementResponse> agreements,
            String query,
            String side,
            int year,
            boolean all,
            Instant now) {
        boolean both = entries.stream().anyMatch(ConversationListItem::isOwn)
                && entries.stream().anyMatch(entry -> !entry.isOwn());
        String wanted = query.toLowerCase(Locale.ROOT);
        List<ConversationListItem> shown = entries.stream()
                .filter(ofSide(side))
                .filter(entry -> wanted.isEmpty()
                        || title(reader, entry).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        List<ConversationListItem> asks =
                sorted(shown.stream().filter(entry -> entry.asks(now)).toList());
        List<ConversationListItem> next = sorted(shown.stream()
                .filter(entry -> !entry.isOver() && !entry.asks(now))
                .toList());
        List<ConversationListItem> past = new ArrayList<>(
                sorted(shown.stream().filter(ConversationListItem::isOver).toList()));
        Collections.reverse(past);
        Map<String, ConversationListItem> byId = entries.stream()
                .collect(Collectors.toMap(ConversationListItem::conversation, entry -> entry, (one, other) -> one));
        return new ConversationListPage(
                lines(reader, asks, all),
                lines(reader, next, all),
                lines(reader, past, all),
                agreements.stream()
                        .filter(one -> one.text() != null)
                        .map(one -> agreement(reader, one, byId.get(one.conversation()), now))
                        .toList(),
                both,
                query,
                side,
                year,
                all,
                more(asks, all),
                more(next, all),
                more(past, all));
    }

    private static Predicate<ConversationListItem> ofSide(String side) {
        return entry -> side.isEmpty() || "mine".equals(side) == entry.isOwn();
    }

    private static List<ConversationListItem> sorted(List<ConversationListItem> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(ConversationListPage::moment)
                        .thenComparing(ConversationListItem::conversation))
                .toList();
    }

    private static Instant moment(ConversationListItem entry) {
        return entry.slotStart() != null
                ? entry.slotStart()
                : entry.windowUntil().atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }

    private static int more(List<ConversationListItem> entries, boolean all) {
        return all ? 0 : Math.max(0, entries.size() - FIRST);
    }

    private static List<Line> lines(Reader reader, List<ConversationListItem> entries, boolean all) {
        return entries.stream()
                .limit(all ? entries.size() : FIRST)
                .map(entry -> line(reader, entry))
                .toList();
    }

    private static Line line(Reader reader, ConversationListItem entry) {
        String when = entry.slotStart() != null
                ? reader.say(
                        "conversations.slot." + ("INVITED".equals(entry.status()) ? "INVITED" : "AGREED"),
                        reader.slot(entry.slotStart(), entry.slotEnd()))
                : reader.say("conversations.window", reader.window(entry.windowFrom(), entry.windowUntil()));
        boolean asks = entry.asked() != null && !"NOTHING".equals(entry.asked()) && !entry.isOver();
        return new Line(
                entry.conversation(),
                title(reader, entry),
                reader.say(
                        entry.isOwn() ? "conversations.about.you" : "conversations.about",
                        reader.name(entry.employee())),
                when,
                reader.code("status", entry.status()),
                entry.status(),
                asks ? reader.code("asked", entry.asked()) : "");
    }

    private static String title(Reader reader, ConversationListItem entry) {
        return reader.say("conversations.line", reader.code("type", entry.type()), reader.name(entry.other()));
    }

    private static Agreement agreement(
            Reader reader, OpenAgreementResponse one, @Nullable ConversationListItem entry, Instant now) {
        String person = switch (one.owner()) {
            case "EMPLOYEE" -> entry == null ? null : entry.employee();
            case "MANAGER" -> one.with();
            default -> null;
        };
        String who = person == null ? reader.code("owner", one.owner()) : reader.whoSubject(person);
        return new Agreement(
                one.conversation(),
                one.text(),
                reader.say("conversations.agreement", who, reader.shortDay(one.dueDate())),
                one.dueDate().isBefore(reader.today(now)));
    }
}
