package nl.klimrek.popforms.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.popforms.plan.PlanRhythm;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.PopService;
import nl.klimrek.popforms.plan.Portrait;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves whole plans. The owner sees all, the current manager the shared part, HR codes only. A look by anybody but the
 * owner is recorded in the access log before it is answered.
 */
@RestController
@RequestMapping("/api/pop-forms")
class PopController {

    private static final int MAX_LENGTH = 2000;

    private final PopService plans;
    private final AccessControl access;
    private final DisclosureLog looks;
    private final PopViewFactory pages;

    PopController(PopService plans, AccessControl access, DisclosureLog looks, PopViewFactory pages) {
        this.plans = plans;
        this.access = access;
        this.looks = looks;
        this.pages = pages;
    }

    /** The answers of the portrait, each optional. */
    record PortraitAnswers(
            @Size(max = MAX_LENGTH) @Nullable String motives,
            @Size(max = MAX_LENGTH) @Nullable String qualities,
            @Size(max = MAX_LENGTH) @Nullable String whatWorkAsks,
            @Size(max = MAX_LENGTH) @Nullable String wantToTry,
            @Size(max = MAX_LENGTH) @Nullable String whoCanHelp,
            @Size(max = MAX_LENGTH) @Nullable String fitNow,
            @Size(max = MAX_LENGTH) @Nullable String fitInFiveYears) {

        Portrait portrait() {
            return Portrait.of(motives, qualities, whatWorkAsks, wantToTry, whoCanHelp, fitNow, fitInFiveYears);
        }
    }

    /** The version that was read and is confirmed. */
    record Confirmation(@NotNull @Min(1) Integer version) {}

    @GetMapping("/mine")
    ResponseEntity<PopView> mine(Caller caller, Locale reader) {
        return own(plans.find(caller, Pop.idOf(caller.person())), caller, reader);
    }

    @PostMapping
    ResponseEntity<PopView> start(Caller caller, MessageContext cause, Locale reader) {
        return own(plans.start(caller, cause), caller, reader);
    }

    @GetMapping("/{pop}")
    ResponseEntity<PopView> one(@PathVariable String pop, Caller caller, Locale reader) {
        String owner = plans.ownerOf(pop);
        AccessRight right = access.selfOrManagerOrHr(caller, owner);
        Versioned<Pop> plan = plans.find(caller, pop);
        if (right == AccessRight.SELF) {
            return own(plan, caller, reader);
        }
        looks.record(caller, owner, right == AccessRight.MANAGER ? "PLAN" : "PLAN_CODES", right);
        return ETags.ok(right == AccessRight.MANAGER ? pages.shared(plan.state()) : pages.coded(plan.state()), plan);
    }

    /** Replaces the portrait over the version that was read. */
    @PutMapping("/{pop}/portrait")
    ResponseEntity<PopView> describe(
            @PathVariable String pop,
            @Valid @RequestBody PortraitAnswers answers,
            Caller caller,
            MessageContext cause,
            Locale reader) {
        return own(
                plans.replace(caller, pop, cause, (plan, today) -> plan.describe(answers.portrait())), caller, reader);
    }

    /** Chooses the plan's own rhythm: after how many quiet weeks a goal counts as stalled. */
    @PutMapping("/{pop}/rhythm")
    ResponseEntity<PopView> keepRhythm(
            @PathVariable String pop,
            @Valid @RequestBody GoalRequests.NewRhythm rhythm,
            Caller caller,
            MessageContext cause,
            Locale reader) {
        return own(
                plans.replace(caller, pop, cause, (plan, today) -> PlanRhythm.choose(plan, rhythm.weeks())),
                caller,
                reader);
    }

    /** Confirms a version. The answer tells how far the plan is agreed. */
    @PostMapping("/{pop}/confirmation")
    ResponseEntity<AgreementView> confirm(
            @PathVariable String pop, @Valid @RequestBody Confirmation read, Caller caller, MessageContext cause) {
        Versioned<Pop> plan = plans.confirm(caller, pop, cause, read.version());
        return ETags.ok(AgreementView.of(plan.state()), plan);
    }

    private ResponseEntity<PopView> own(Versioned<Pop> plan, Caller caller, Locale reader) {
        return ETags.ok(pages.own(plan.state(), plans.today(caller, caller.person()), reader), plan);
    }
}
