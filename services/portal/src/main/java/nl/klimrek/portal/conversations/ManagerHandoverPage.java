package nl.klimrek.portal.conversations;

import java.util.List;
import nl.klimrek.portal.conversations.ManagerHandoverResponses.Agreement;
import nl.klimrek.portal.conversations.ManagerHandoverResponses.Handover;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over, for its employee or for the new manager.
 *
 * @param mine       whether the reader is the employee
 * @param intro      who hands over what to whom, in sentences
 * @param toDecide   whether the employee can still decide
 * @param choices    open agreements the employee may let the new manager read
 * @param agreements open agreements that move along, as the reader may read them
 * @param ahead      conversations that lie ahead
 * @param statement  the employee's own words; empty without
 */
record ManagerHandoverPage(
        String id,
        @Nullable String etag,
        boolean mine,
        String employee,
        String title,
        List<String> intro,
        String status,
        String statusText,
        boolean toDecide,
        List<Choice> choices,
        List<AgreementLine> agreements,
        List<AheadLine> ahead,
        String statement) {

    /** @param words null when they are not handed over */
    record AgreementLine(String words, String meta) {}

    record AheadLine(String path, String type, String when) {}

    static ManagerHandoverPage of(Reader reader, Handover found, @Nullable String etag) {
        boolean mine = found.employee().equals(reader.viewer().person());
        String employee = reader.name(found.employee());
        String former = found.former() == null ? reader.say("handover.former.unknown") : reader.name(found.former());
        String day = reader.day(found.effectiveOn());
        boolean open = "OPEN".equals(found.status());
        String side = mine ? "mine" : "theirs";
        List<String> intro = List.of(
                mine
                        ? reader.say("handover.intro.mine", reader.name(found.counterpart()), day, former)
                        : reader.say("handover.intro.theirs", employee, day, former),
                reader.say(
                        "handover.state." + side + "." + found.status(),
                        mine ? reader.name(found.counterpart()) : employee));
        return new ManagerHandoverPage(
                found.id(),
                etag,
                mine,
                employee,
                mine
                        ? reader.say("handover.title.mine", reader.name(found.counterpart()))
                        : reader.say("handover.title.theirs", employee),
                intro,
                found.status(),
                reader.code("handover.status", found.status()),
                mine && open,
                mine && open
                        ? found.agreements().stream()
                                .filter(one -> one.text() != null)
                                .map(one -> new Choice(one.id(), one.text(), meta(reader, one, mine)))
                                .toList()
                        : List.of(),
                found.agreements().stream()
                        .map(one -> new AgreementLine(one.text(), meta(reader, one, mine)))
                        .toList(),
                found.conversations().stream()
                        .map(one -> new AheadLine(
                                "/conversations/" + one.conversation(),
                                reader.code("type", one.type()),
                                reader.say("handover.window", reader.window(one.windowFrom(), one.windowUntil()))))
                        .toList(),
                found.statement() == null ? "" : found.statement());
    }

    private static String meta(Reader reader, Agreement agreement, boolean mine) {
        String owner = switch (agreement.owner() == null ? "" : agreement.owner()) {
            case "EMPLOYEE" -> reader.say(mine ? "who.you.first" : "handover.owner.employee");
            case "MANAGER" -> reader.say(mine ? "handover.owner.manager" : "who.you.first");
            default -> reader.code("owner", agreement.owner());
        };
        return reader.say("handover.agreement", owner, reader.shortDay(agreement.dueDate()));
    }
}
