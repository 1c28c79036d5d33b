package nl.klimrek.conversations.team;

import static nl.klimrek.conversations.team.TeamDialogueStatus.CANCELLED;
import static nl.klimrek.conversations.team.TeamDialogueStatus.CLOSED;
import static nl.klimrek.conversations.team.TeamDialogueStatus.HELD;
import static nl.klimrek.conversations.team.TeamDialogueStatus.INVITED;
import static nl.klimrek.conversations.team.TeamDialogueStatus.PLANNED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.conversations.Outcome;
import nl.klimrek.contracts.conversations.TeamAgreementMade;
import nl.klimrek.contracts.conversations.TeamAgreementSettled;
import nl.klimrek.contracts.conversations.TeamContributionOffered;
import nl.klimrek.contracts.conversations.TeamDialogueCancelled;
import nl.klimrek.contracts.conversations.TeamDialogueClosed;
import nl.klimrek.contracts.conversations.TeamDialogueHeld;
import nl.klimrek.contracts.conversations.TeamDialogueInvited;
import nl.klimrek.contracts.conversations.TeamDialoguePlanned;
import nl.klimrek.contracts.conversations.TeamGoalSet;
import nl.klimrek.conversations.dialogue.agreement.AgreementState;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * One dialogue of a team: planned → invited → held → closed with agreements or a reasoned no-action; cancelled as long as
 * it lies ahead. A step that does not fit is refused with {@code step-not-possible}. Nothing of anybody's own plan is in it.
 *
 * @param plan what was planned
 * @param slot when they meet; null before
 * @param status where it rests
 * @param goals what the team wants together
 * @param agreements what was agreed
 * @param noAction why nothing was agreed; null otherwise
 */
public record TeamDialogue(
        TeamDialoguePlan plan,
        @Nullable Slot slot,
        TeamDialogueStatus status,
        List<SharedGoal> goals,
        List<TeamAgreement> agreements,
        @Nullable PrivateText noAction) {

    public TeamDialogue {
        goals = goals == null ? List.of() : List.copyOf(goals);
        agreements = agreements == null ? List.of() : List.copyOf(agreements);
    }

    public static Decision<TeamDialogue> planned(TeamDialoguePlan plan, LocalDate today) {
        Window window = plan.window();
        return window.passed(today)
                ? Decision.refuse("window-passed")
                : Decision.accept(
                        new TeamDialogue(plan, null, PLANNED, List.of(), List.of(), null),
                        new TeamDialoguePlanned(
                                plan.id(), plan.team(), plan.facilitator(), window.from(), window.until()));
    }

    /** Sets a moment, or another one. */
    public Decision<TeamDialogue> invite(Slot when, Instant now) {
        if (!status.ahead()) {
            return notPossible("INVITE");
        }
        return when.start().isBefore(now)
                ? Decision.refuse("slot-in-past")
                : when.equals(slot)
                        ? Decision.unchanged()
                        : Decision.accept(
                                new TeamDialogue(plan, when, INVITED, goals, agreements, noAction),
                                new TeamDialogueInvited(plan.id(), plan.team(), when.start(), when.end()));
    }

    public Decision<TeamDialogue> set(String goal, PrivateText words) {
        return !status.ahead() && status != HELD
                ? notPossible("SET_GOAL")
                : Decision.accept(
                        with(and(goals, new SharedGoal(goal, words, Map.of())), agreements),
                        new TeamGoalSet(
                                plan.id(), plan.team(), goal, words.commitment().hash()));
    }

    /** A member says how they help a goal; saying it again replaces what they said. */
    public Decision<TeamDialogue> offer(String goal, String person, PrivateText words) {
        if (!status.ahead() && status != HELD) {
            return notPossible("OFFER");
        }
        return goals.stream().noneMatch(one -> one.id().equals(goal))
                ? Decision.refuse("goal-unknown")
                : Decision.accept(
                        with(
                                goals.stream()
                                        .map(one -> one.id().equals(goal) ? one.with(person, words) : one)
                                        .toList(),
                                agreements),
                        new TeamContributionOffered(
                                plan.id(),
                                plan.team(),
                                goal,
                                person,
                                words.commitment().hash()));
    }

    /** It took place; {@code present} is how many took part. */
    public Decision<TeamDialogue> hold(Instant heldAt, int present, Instant now) {
        if (status != INVITED) {
            return notPossible("HOLD");
        }
        return heldAt.isAfter(now)
                ? Decision.refuse("held-in-future")
                : Decision.accept(
                        new TeamDialogue(plan, slot, HELD, goals, agreements, null),
                        new TeamDialogueHeld(plan.id(), plan.team(), heldAt, present));
    }

    public Decision<TeamDialogue> agree(TeamAgreement made, LocalDate today) {
        if (status != HELD) {
            return notPossible("AGREE");
        }
        return made.dueDate().isBefore(today)
                ? Decision.refuse("due-date-passed")
                : Decision.accept(
                        with(goals, and(agreements, made)),
                        new TeamAgreementMade(
                                plan.id(),
                                plan.team(),
                                made.id(),
                                made.owner(),
                                made.dueDate(),
                                made.words().commitment().hash()));
    }

    /** An agreement was kept, or dropped. */
    public Decision<TeamDialogue> settle(String agreement, boolean kept) {
        Optional<TeamAgreement> found =
                agreements.stream().filter(one -> one.id().equals(agreement)).findFirst();
        if (found.isEmpty()) {
            return Decision.refuse("agreement-unknown");
        }
        return found.get().state() != AgreementState.OPEN
                ? Decision.refuse("agreement-settled")
                : Decision.accept(
                        with(
                                goals,
                                agreements.stream()
                                        .map(one -> one.id().equals(agreement) ? one.settled(kept) : one)
                                        .toList()),
                        new TeamAgreementSettled(plan.id(), plan.team(), agreement, kept));
    }

    /** Done, with an agreement that stands, or with none a reason; {@code reason} may be null. */
    public Decision<TeamDialogue> close(@Nullable PrivateText reason) {
        if (status != HELD) {
            return notPossible("CLOSE");
        }
        int standing = (int) agreements.stream()
                .filter(one -> one.state() != AgreementState.DROPPED)
                .count();
        if (standing > 0 == (reason != null)) {
            return Decision.refuse(standing > 0 ? "agreement-exists" : "agreement-needed");
        }
        return Decision.accept(
                new TeamDialogue(plan, slot, CLOSED, goals, agreements, reason),
                new TeamDialogueClosed(
                        plan.id(),
                        plan.team(),
                        reason == null ? Outcome.AGREEMENTS : Outcome.NO_ACTION,
                        standing,
                        reason == null ? null : reason.commitment().hash()));
    }

    public Decision<TeamDialogue> cancel() {
        return !status.ahead()
                ? notPossible("CANCEL")
                : Decision.accept(
                        new TeamDialogue(plan, slot, CANCELLED, goals, agreements, null),
                        new TeamDialogueCancelled(plan.id(), plan.team()));
    }

    private TeamDialogue with(List<SharedGoal> allGoals, List<TeamAgreement> allAgreements) {
        return new TeamDialogue(plan, slot, status, allGoals, allAgreements, noAction);
    }

    private Decision<TeamDialogue> notPossible(String step) {
        return Decision.refuse("step-not-possible", "step", step, "status", status.name());
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
