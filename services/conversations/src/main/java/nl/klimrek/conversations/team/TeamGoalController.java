package nl.klimrek.conversations.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.klimrek.conversations.dialogue.agreement.AgreementState;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a team wants, what its members offer and what it agrees; everybody who takes part can say so. */
@RestController
@RequestMapping("/api/conversations/team-dialogues/{id}")
class TeamGoalController {

    private final TeamDialogueService dialogues;
    private final CurrentRoster roster;

    TeamGoalController(TeamDialogueService dialogues, CurrentRoster roster) {
        this.dialogues = dialogues;
        this.roster = roster;
    }

    record TeamText(@NotBlank @Size(max = 2000) String text) {}

    /** @param owner person id of a team member; absent when the team looks after it */
    record NewTeamAgreement(
            @NotBlank @Size(max = 2000) String text,
            @Nullable String owner,
            @NotNull LocalDate dueDate) {}

    /** What was made, by its id. */
    record Made(String id) {}

    @PostMapping("goals")
    ResponseEntity<Made> set(
            @PathVariable String id, @Valid @RequestBody TeamText body, Caller caller, MessageContext context) {
        String goal = CommandIdGenerator.newId(context);
        PrivateText words = PrivateText.of(body.text());
        return made(goal, dialogues.takeAsMember(caller, id, context, now -> now.set(goal, words)));
    }

    @PostMapping("goals/{goal}/contributions")
    ResponseEntity<Made> offer(
            @PathVariable String id,
            @PathVariable String goal,
            @Valid @RequestBody TeamText body,
            Caller caller,
            MessageContext context) {
        PrivateText words = PrivateText.of(body.text());
        return made(
                goal,
                dialogues.takeAsMember(
                        caller,
                        id,
                        context,
                        now -> dialogues.member(
                                        caller.organisation(),
                                        caller.person(),
                                        now.plan().team())
                                ? now.offer(goal, caller.person(), words)
                                : Decision.refuse("contribution-of-members")));
    }

    @PostMapping("agreements")
    ResponseEntity<Made> agree(
            @PathVariable String id, @Valid @RequestBody NewTeamAgreement body, Caller caller, MessageContext context) {
        TeamAgreement made = new TeamAgreement(
                CommandIdGenerator.newId(context),
                PrivateText.of(body.text()),
                body.owner(),
                body.dueDate(),
                AgreementState.OPEN);
        LocalDate today = roster.today(caller.organisation(), caller.person());
        return made(
                made.id(),
                dialogues.takeAsMember(
                        caller,
                        id,
                        context,
                        now -> known(caller, body.owner(), now)
                                ? now.agree(made, today)
                                : Decision.refuse("person-unknown")));
    }

    @PostMapping("agreements/{agreement}/keeping")
    ResponseEntity<TeamDialogueView> keep(
            @PathVariable String id, @PathVariable String agreement, Caller caller, MessageContext context) {
        return line(dialogues.takeAsMember(caller, id, context, now -> now.settle(agreement, true)));
    }

    @PostMapping("agreements/{agreement}/dropping")
    ResponseEntity<TeamDialogueView> drop(
            @PathVariable String id, @PathVariable String agreement, Caller caller, MessageContext context) {
        return line(dialogues.takeAsMember(caller, id, context, now -> now.settle(agreement, false)));
    }

    private boolean known(Caller caller, @Nullable String owner, TeamDialogue now) {
        return owner == null
                || owner.matches(Key.ID)
                        && dialogues.member(
                                caller.organisation(), owner, now.plan().team());
    }

    private static ResponseEntity<Made> made(String id, Versioned<TeamDialogue> taken) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(taken.version()))
                .body(new Made(id));
    }

    private static ResponseEntity<TeamDialogueView> line(Versioned<TeamDialogue> taken) {
        return ETags.ok(TeamDialogueView.line(taken.state()), taken);
    }
}
