package nl.klimrek.portal.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The choices of the form that requests a conversation.
 *
 * @param types what it can be for, each with a line of explanation
 * @param with  who it can be with; a value begins with how the two stand to each other
 */
public record ConversationRequestPage(List<Choice> types, List<Choice> with, String type, String chosen) {
    /** The reader's manager, one of their reports, or a colleague outside the line. */
    static final String MANAGER = "manager";

    static final String REPORT = "report.";
    static final String COLLEAGUE = "colleague.";
    private static final List<String> TYPES =
            List.of("CHECK_IN", "DEVELOPMENT", "CAREER", "PERFORMANCE", "ONBOARDING", "EXIT");

    /**
     * Puts the page together.
     *
     * @param me         the reader as the people service knows them; may be null
     * @param reports    people who report to the reader
     * @param colleagues ids of people in the reader's team
     */
    static ConversationRequestPage of(
            Reader reader,
            @Nullable JsonNode me,
            List<JsonNode> reports,
            List<String> colleagues,
            String type,
            String with) {
        List<Choice> people = new ArrayList<>();
        String manager = me == null ? "" : me.path("manager").asText("");
        if (!manager.isEmpty()) {
            people.add(new Choice(MANAGER, reader.say("conversations.with.manager", reader.name(manager))));
        }
        reports.forEach(one -> people.add(new Choice(
                REPORT + one.path("person").asText(),
                reader.say(
                        "conversations.with.report",
                        reader.name(one.path("person").asText())))));
        Stream.of(colleagues)
                .flatMap(List::stream)
                .filter(id -> !id.equals(manager))
                .filter(id -> reports.stream()
                        .noneMatch(one -> one.path("person").asText().equals(id)))
                .forEach(id -> people.add(
                        new Choice(COLLEAGUE + id, reader.say("conversations.with.colleague", reader.name(id)))));
        return new ConversationRequestPage(
                TYPES.stream()
                        .map(code ->
                                new Choice(code, reader.code("type", code), reader.say("conversations.type." + code)))
                        .toList(),
                people,
                TYPES.contains(type) ? type : "CHECK_IN",
                people.stream()
                        .map(Choice::value)
                        .filter(with::equals)
                        .findFirst()
                        .orElse(people.isEmpty() ? "" : people.get(0).value()));
    }
}
