package nl.klimrek.portal.teamdialogue;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.teamdialogue.TeamDialogueResponses.Agreement;
import nl.klimrek.portal.teamdialogue.TeamDialogueResponses.Dialogue;
import nl.klimrek.portal.teamdialogue.TeamDialogueResponses.Goal;
import org.jspecify.annotations.Nullable;

/**
 * A team's dialogue, for a participant.
 *
 * @param base    path of this page; its steps are below it
 * @param stages  where it stands
 * @param next    what is to be done now, in a sentence
 * @param now     the one step that is to be done now: INVITE, HOLD, CLOSE, or empty
 * @param early   whether its time has not come yet
 * @param heldDay day of its time, to say when it was; empty while that has not come
 * @param lead    whether the reader leads it
 * @param talking whether goals and contributions can still be added
 * @param agreeing whether agreements can be made
 * @param standing whether there is an agreement that stands, so that closing needs no reason
 * @param owners  who an agreement can belong to
 */
record TeamDialoguePage(
        String base,
        @Nullable String etag,
        String team,
        String status,
        String statusText,
        List<Stage> stages,
        String next,
        String now,
        boolean early,
        String heldDay,
        String heldTime,
        boolean lead,
        boolean talking,
        boolean agreeing,
        boolean standing,
        boolean cancellable,
        String when,
        String leader,
        List<String> questions,
        List<GoalLine> goals,
        List<AgreementLine> agreements,
        String noAction,
        List<Choice> owners) {

    record Stage(String text, boolean past, boolean now) {}

    /** @param mine what the reader offered; empty when nothing yet */
    record GoalLine(String id, String text, List<Offer> offers, String mine) {}

    record Offer(String who, String words) {}

    record AgreementLine(String id, String text, String meta, String state, String stateText, boolean open) {}

    /** @param people whom an agreement can belong to, by person id */
    static TeamDialoguePage of(
            Reader reader, Dialogue found, @Nullable String etag, boolean below, List<String> people, Instant moment) {
        String me = reader.viewer().person();
        String base = (below ? "/team/dialogues/" : "/conversations/team/") + found.id();
        String when = found.slotStart() != null
                ? reader.slot(found.slotStart(), found.slotEnd())
                : reader.say("teamdialogue.within", reader.window(found.windowFrom(), found.windowUntil()));
        String now = !found.youLead()
                ? ""
                : switch (found.status()) {
                    case "PLANNED" -> "INVITE";
                    case "INVITED" -> "HOLD";
                    case "HELD" -> "CLOSE";
                    default -> "";
                };
        boolean standing = found.agreements().stream().anyMatch(one -> !"DROPPED".equals(one.state()));
        boolean early = found.slotStart() != null && found.slotStart().isAfter(moment);
        ZonedDateTime held =
                found.slotStart() == null || early ? null : found.slotStart().atZone(reader.zone());
        return new TeamDialoguePage(
                base,
                etag,
                reader.team(found.team()),
                found.status(),
                reader.code("teamdialogue.status", found.status()),
                stages(reader, found.status()),
                reader.say("teamdialogue.next." + (found.youLead() ? "lead." : "member.") + found.status()),
                now,
                early,
                held == null ? "" : held.toLocalDate().toString(),
                held == null ? "" : held.toLocalTime().toString(),
                found.youLead(),
                found.ahead() || found.held(),
                found.held(),
                standing,
                found.youLead() && found.ahead(),
                when,
                reader.who(found.facilitator()),
                found.questions().stream()
                        .map(TeamDialogueResponses.Question::text)
                        .toList(),
                found.goals().stream().map(goal -> goal(reader, goal, me)).toList(),
                found.agreements().stream().map(one -> agreement(reader, one)).toList(),
                found.noActionReason() == null ? "" : found.noActionReason(),
                owners(reader, people, me, found.youLead()));
    }

    private static List<Stage> stages(Reader reader, String status) {
        List<String> order = List.of("PLANNED", "INVITED", "HELD", "CLOSED");
        int at = order.indexOf(status);
        List<Stage> stages = new ArrayList<>();
        for (int stage = 0; at >= 0 && stage < order.size(); stage++) {
            stages.add(new Stage(reader.code("teamdialogue.status", order.get(stage)), stage < at, stage == at));
        }
        return stages;
    }

    private static GoalLine goal(Reader reader, Goal goal, String me) {
        return new GoalLine(
                goal.id(),
                goal.text(),
                goal.contributions().entrySet().stream()
                        .map(offer -> new Offer(reader.whoFirst(offer.getKey()), offer.getValue()))
                        .sorted(Comparator.comparing(Offer::who))
                        .toList(),
                goal.contributions().getOrDefault(me, ""));
    }

    private static AgreementLine agreement(Reader reader, Agreement one) {
        String owner = one.owner() == null ? reader.say("teamdialogue.owner.team") : reader.whoFirst(one.owner());
        return new AgreementLine(
                one.id(),
                one.text(),
                reader.say("teamdialogue.agreement", owner, reader.shortDay(one.dueDate())),
                one.state(),
                reader.code("agreement", one.state()),
                "OPEN".equals(one.state()));
    }

    private static List<Choice> owners(Reader reader, List<String> people, String me, boolean lead) {
        List<Choice> owners = new ArrayList<>(List.of(new Choice("", reader.say("teamdialogue.owner.team"))));
        if (!lead) {
            owners.add(new Choice(me, reader.name(me)));
        }
        people.stream()
                .filter(person -> !person.equals(me))
                .map(person -> new Choice(person, reader.name(person)))
                .sorted(Comparator.comparing(Choice::label))
                .forEach(owners::add);
        return owners;
    }
}
