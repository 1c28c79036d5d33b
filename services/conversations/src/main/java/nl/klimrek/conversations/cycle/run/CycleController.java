package nl.klimrek.conversations.cycle.run;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.conversations.cycle.CadenceRuleReader;
import nl.klimrek.conversations.cycle.CadenceRuleReader.NewRule;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.CycleListProjection;
import nl.klimrek.conversations.cycle.CycleView;
import nl.klimrek.conversations.cycle.CycleView.PlanningView;
import nl.klimrek.conversations.cycle.CycleViewMapper;
import nl.klimrek.conversations.cycle.DryRunSummary;
import nl.klimrek.conversations.cycle.cadence.CadencePolicy;
import nl.klimrek.conversations.planning.proposal.PlanView;
import nl.klimrek.conversations.planning.proposal.PlanViewMapper;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HR's rhythm of conversations. */
@RestController
@RequestMapping("/api/cycles")
class CycleController {

    private final AggregateStore<Cycle> cycles;
    private final CycleListProjection lists;
    private final PlanningService plannings;
    private final CycleViewMapper views;
    private final PlanViewMapper plans;
    private final CadenceRuleReader rules;
    private final DryRunSummary summaries;
    private final AccessControl access;

    CycleController(
            AggregateStore<Cycle> cycles,
            CycleListProjection lists,
            PlanningService plannings,
            CycleViewMapper views,
            PlanViewMapper plans,
            CadenceRuleReader rules,
            DryRunSummary summaries,
            AccessControl access) {
        this.cycles = cycles;
        this.lists = lists;
        this.plannings = plannings;
        this.views = views;
        this.plans = plans;
        this.rules = rules;
        this.summaries = summaries;
        this.access = access;
    }

    /**
     * @param rhythm each type once
     * @param leadDays days between invitation and conversation; absent for 14
     * @param slotMinutes usual length of a conversation; absent for 60
     * @param startsOn first day of the first period
     */
    record NewCycle(
            @NotEmpty @Size(max = 8) List<@Valid @NotNull NewRule> rhythm,

            @Min(0) @Max(CadencePolicy.MAX_LEAD_DAYS) @Nullable
            Integer leadDays,

            @Min(10) @Max(480) @Nullable Integer slotMinutes,
            @NotNull LocalDate startsOn) {

        CadencePolicy policy(List<CadenceRule> rules) {
            return new CadencePolicy(
                    rules, leadDays == null ? 14 : leadDays, slotMinutes == null ? 60 : slotMinutes, startsOn);
        }
    }

    @PostMapping
    ResponseEntity<CycleView> start(@Valid @RequestBody NewCycle body, Caller caller, MessageContext context) {
        access.hr(caller);
        CadencePolicy policy = body.policy(rules.rhythm(caller.organisation(), body.rhythm()));
        String id = CommandIdGenerator.newId(context);
        Versioned<Cycle> started = cycles.handle(
                Key.of(caller.organisation(), id),
                context,
                found -> found.isPresent() ? Decision.unchanged() : Cycle.started(id, policy));
        return ResponseEntity.created(URI.create("/api/cycles/" + id))
                .eTag(ETags.of(started.version()))
                .body(views.view(started.state()));
    }

    @GetMapping
    Page<CycleView> list(ListRequest asked, Caller caller) {
        access.hr(caller);
        List<CycleView> all = lists.of(caller.organisation()).stream()
                .map(cycle -> views.view(plannings.withProgress(caller.organisation(), cycle.state())))
                .toList();
        return Page.of(all, CycleView::id, asked);
    }

    @GetMapping("{id}")
    ResponseEntity<CycleView> one(@PathVariable String id, Caller caller) {
        access.hr(caller);
        Versioned<Cycle> found = cycles.find(Key.of(caller.organisation(), id))
                .orElseThrow(() -> new RefusedException(Refusal.of("cycle-unknown")));
        return ETags.ok(views.view(plannings.withProgress(caller.organisation(), found.state())), found);
    }

    /**
     * Plans for all employees who have a manager, and proposes slots; 202 if it goes on after the answer. A dry run sends
     * nothing: it shows the slots, a page of them at a time, and what they ask of each manager.
     */
    @PostMapping("{id}/plan")
    ResponseEntity<PlanningView> plan(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            ListRequest asked,
            Locale reader,
            Caller caller,
            MessageContext context) {
        access.hr(caller);
        if (dryRun) {
            PlanningRunner.Preview preview = plannings.preview(caller.organisation(), id, context);
            PlanView plan = plans.view(preview.plan(), asked, reader);
            return ResponseEntity.ok(views.preview(
                    id, preview.people(), preview.result(), plan, summaries.of(preview.result(), plan, reader)));
        }
        Versioned<Cycle> planned = plannings.plan(caller.organisation(), id, context);
        PlanningView run = views.planning(id, planned.state().requirePlanning());
        return ResponseEntity.status(run.done() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create("/api/cycles/" + id))
                .eTag(ETags.of(planned.version()))
                .body(run);
    }
}
