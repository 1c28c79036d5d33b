package nl.klimrek.popforms.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A plan as a whole. Its owner sees all of it, the current manager what is not private, HR codes only; a look by another
 * than the owner is in the look log before it is answered.
 */
@RestController
@RequestMapping("/api/pop-forms")
class PlanController {

    private static final int LONGEST = 2000;

    private final Plans plans;
    private final AccessControl access;
    private final DisclosureLog looks;
    private final PlanPages pages;

    PlanController(Plans plans, AccessControl access, DisclosureLog looks, PlanPages pages) {
        this.plans = plans;
        this.access = access;
        this.looks = looks;
        this.pages = pages;
    }

    /** Answers of the portrait, each optional. */
    record PortraitAnswers(
            @Size(max = LONGEST) String motives,
            @Size(max = LONGEST) String qualities,
            @Size(max = LONGEST) String whatWorkAsks,
            @Size(max = LONGEST) String wantToTry,
            @Size(max = LONGEST) String whoCanHelp,
            @Size(max = LONGEST) String fitNow,
            @Size(max = LONGEST) String fitInFiveYears) {

        Portrait portrait() {
            return new Portrait(motives, qualities, whatWorkAsks, wantToTry, whoCanHelp, fitNow, fitInFiveYears);
        }
    }

    /** Which version was read and is confirmed. */
    record Confirmation(@NotNull @Min(1) Integer version) {}

    @GetMapping("/mine")
    ResponseEntity<PlanPage> mine(Caller caller, Locale reader) {
        return own(plans.find(caller, Pop.idOf(caller.person())), caller, reader);
    }

    @PostMapping
    ResponseEntity<PlanPage> start(Caller caller, MessageContext cause, Locale reader) {
        return own(plans.start(caller, cause), caller, reader);
    }

    @GetMapping("/{pop}")
    ResponseEntity<PlanPage> one(@PathVariable String pop, Caller caller, Locale reader) {
        String owner = plans.ownerOf(pop);
        AccessRight right = access.selfOrManagerOrHr(caller, owner);
        Versioned<Pop> plan = plans.find(caller, pop);
        if (right == AccessRight.SELF) {
            return own(plan, caller, reader);
        }
        looks.record(caller, owner, right == AccessRight.MANAGER ? "PLAN" : "PLAN_CODES", right);
        return ETags.ok(right == AccessRight.MANAGER ? pages.shared(plan.state()) : pages.coded(plan.state()), plan);
    }

    @PutMapping("/{pop}/portrait")
    ResponseEntity<PlanPage> describe(
            @PathVariable String pop,
            @Valid @RequestBody PortraitAnswers answers,
            Caller caller,
            MessageContext cause,
            Locale reader) {
        return own(
                plans.change(caller, pop, cause, (plan, today) -> plan.describe(answers.portrait())), caller, reader);
    }

    /** Answers with how far the plan is; whoever confirms has read it before. */
    @PostMapping("/{pop}/confirmation")
    ResponseEntity<AgreementView> confirm(
            @PathVariable String pop, @Valid @RequestBody Confirmation read, Caller caller, MessageContext cause) {
        Versioned<Pop> plan = plans.confirm(caller, pop, cause, read.version());
        return ETags.ok(AgreementView.of(plan.state()), plan);
    }

    private ResponseEntity<PlanPage> own(Versioned<Pop> plan, Caller caller, Locale reader) {
        return ETags.ok(pages.own(plan.state(), plans.today(caller, caller.person()), reader), plan);
    }
}
