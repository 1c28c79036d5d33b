package nl.klimrek.conversations.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.conversations.dialogue.agreement.AgreementState;
import nl.klimrek.conversations.questions.QuestionView;
import org.jspecify.annotations.Nullable;

/**
 * A team's dialogue for who takes part. {@code questions}, goals and agreements are absent in a list.
 *
 * @param youLead whether the reader leads it now; absent in the answer to a step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamDialogueView(
        String id,
        String team,
        String facilitator,
        TeamDialogueStatus status,
        LocalDate windowFrom,
        LocalDate windowUntil,
        @Nullable Instant slotStart,
        @Nullable Instant slotEnd,
        @Nullable List<QuestionView> questions,
        @Nullable List<Goal> goals,
        @Nullable List<Agreed> agreements,
        @Nullable String noActionReason,
        @Nullable Boolean youLead) {

    /** @param contributions what each member offers, by person id */
    record Goal(String id, String text, Map<String, String> contributions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agreed(String id, String text, @Nullable String owner, LocalDate dueDate, AgreementState state) {}

    static TeamDialogueView line(TeamDialogue now) {
        return new TeamDialogueView(
                now.plan().id(),
                now.plan().team(),
                now.plan().facilitator(),
                now.status(),
                now.plan().window().from(),
                now.plan().window().until(),
                now.slot() == null ? null : now.slot().start(),
                now.slot() == null ? null : now.slot().end(),
                null,
                null,
                null,
                null,
                null);
    }

    static TeamDialogueView whole(TeamDialogue now, List<QuestionView> questions) {
        TeamDialogueView line = line(now);
        return new TeamDialogueView(
                line.id,
                line.team,
                line.facilitator,
                line.status,
                line.windowFrom,
                line.windowUntil,
                line.slotStart,
                line.slotEnd,
                questions,
                now.goals().stream().map(TeamDialogueView::goal).toList(),
                now.agreements().stream()
                        .map(one -> new Agreed(one.id(), one.words().text(), one.owner(), one.dueDate(), one.state()))
                        .toList(),
                now.noAction() == null ? null : now.noAction().text(),
                null);
    }

    TeamDialogueView ledByReader(boolean leads) {
        return new TeamDialogueView(
                id,
                team,
                facilitator,
                status,
                windowFrom,
                windowUntil,
                slotStart,
                slotEnd,
                questions,
                goals,
                agreements,
                noActionReason,
                leads);
    }

    private static Goal goal(SharedGoal one) {
        return new Goal(
                one.id(),
                one.words().text(),
                one.contributions().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, offer -> offer.getValue().text())));
    }
}
