package nl.klimrek.conversations.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.klimrek.conversations.dialogue.AgreementState;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
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

    private final TeamDialogues dialogues;
    private final Roster roster;

    TeamGoalController(TeamDialogues dialogues, Roster roster) {
        this.dialogues = dialogues;
        this.roster = roster;
    }

    record TeamText(@NotBlank @Size(max = 2000) String text) {}

    /** @param owner person id of a team member; absent when the team looks after it */
    record NewTeamAgreement(
            @NotBlank @Size(max = 2000) String text,
            String owner,
            @NotNull LocalDate dueDate) {}

    /** What was made, by its id. */
    record Made(String id) {}

    @PostMapping("goals")
    ResponseEntity<Made> set(
            @PathVariable String id, @Valid @RequestBody TeamText body, Caller caller, MessageContext cause) {
        String goal = CommandIdGenerator.newId(cause);
        Words words = Words.of(body.text());
        return made(goal, dialogues.byAnybody(caller, id, cause, now -> now.set(goal, words)));
    }

    @PostMapping("goals/{goal}/contributions")
    ResponseEntity<Made> offer(
            @PathVariable String id,
            @PathVariable String goal,
            @Valid @RequestBody TeamText body,
            Caller caller,
            MessageContext cause) {
        Words words = Words.of(body.text());
        return made(
                goal,
                dialogues.byAnybody(
                        caller,
                        id,
                        cause,
                        now -> dialogues.member(
                                        caller.organisation(),
                                        caller.person(),
                                        now.plan().team())
                                ? now.offer(goal, caller.person(), words)
                                : Decision.refuse("contribution-of-members")));
    }

    @PostMapping("agreements")
    ResponseEntity<Made> agree(
            @PathVariable String id, @Valid @RequestBody NewTeamAgreement body, Caller caller, MessageContext cause) {
        TeamAgreement made = new TeamAgreement(
                CommandIdGenerator.newId(cause),
                Words.of(body.text()),
                body.owner(),
                body.dueDate(),
                AgreementState.OPEN);
        LocalDate today = roster.today(caller.organisation(), caller.person());
        return made(
                made.id(),
                dialogues.byAnybody(
                        caller,
                        id,
                        cause,
                        now -> known(caller, body.owner(), now)
                                ? now.agree(made, today)
                                : Decision.refuse("person-unknown")));
    }

    @PostMapping("agreements/{agreement}/keeping")
    ResponseEntity<TeamView> keep(
            @PathVariable String id, @PathVariable String agreement, Caller caller, MessageContext cause) {
        return line(dialogues.byAnybody(caller, id, cause, now -> now.settle(agreement, true)));
    }

    @PostMapping("agreements/{agreement}/dropping")
    ResponseEntity<TeamView> drop(
            @PathVariable String id, @PathVariable String agreement, Caller caller, MessageContext cause) {
        return line(dialogues.byAnybody(caller, id, cause, now -> now.settle(agreement, false)));
    }

    private boolean known(Caller caller, String owner, TeamDialogue now) {
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

    private static ResponseEntity<TeamView> line(Versioned<TeamDialogue> taken) {
        return ETags.ok(TeamView.line(taken.state()), taken);
    }
}
