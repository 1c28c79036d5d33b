package nl.klimrek.conversations.cycle.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.PolicyScope;
import nl.klimrek.conversations.cycle.CadenceRuleReader;
import nl.klimrek.conversations.cycle.CadenceRuleReader.NewRule;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.CycleView;
import nl.klimrek.conversations.cycle.CycleViewMapper;
import nl.klimrek.conversations.cycle.DryRunSummary;
import nl.klimrek.conversations.cycle.ReplayReport;
import nl.klimrek.conversations.cycle.cadence.Blackout;
import nl.klimrek.conversations.cycle.cadence.PolicyMember;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.questions.QuestionBankRepository;
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
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the policy of a cycle, and the explanation why a person has a window. */
@RestController
@RequestMapping("/api/cycles/{id}")
class PolicyController {

    private final AggregateStore<Cycle> cycles;
    private final PolicyReplayService replays;
    private final WindowExplainer explaining;
    private final RhythmService rhythms;
    private final CurrentRoster roster;
    private final CycleViewMapper views;
    private final CadenceRuleReader rules;
    private final DryRunSummary summaries;
    private final QuestionBankRepository questions;
    private final AccessControl access;

    PolicyController(
            AggregateStore<Cycle> cycles,
            PolicyReplayService replays,
            WindowExplainer explaining,
            RhythmService rhythms,
            CurrentRoster roster,
            CycleViewMapper views,
            CadenceRuleReader rules,
            DryRunSummary summaries,
            QuestionBankRepository questions,
            AccessControl access) {
        this.cycles = cycles;
        this.replays = replays;
        this.explaining = explaining;
        this.rhythms = rhythms;
        this.roster = roster;
        this.views = views;
        this.rules = rules;
        this.summaries = summaries;
        this.questions = questions;
        this.access = access;
    }

    /**
     * @param scope for whom
     * @param target team, job family or person; absent for the whole organisation
     * @param rhythm each type once; empty for no conversations by this cycle
     * @param effectiveFrom first day; absent for today
     */
    record PolicyChange(
            @NotNull PolicyScope scope,
            @Pattern(regexp = Key.ID) @Nullable String target,
            @NotNull @Size(max = 8) List<@Valid @NotNull NewRule> rhythm,
            @Nullable LocalDate effectiveFrom) {

        void checkScope() {
            if ((scope == PolicyScope.ORGANISATION) != (target == null)) {
                throw new RefusedException(Refusal.of("scope-impossible"));
            }
        }
    }

    record NewBlackout(@NotNull LocalDate from, @NotNull LocalDate until) {}

    /** Changes the policy; on a dry run replays the past year under it instead, and changes nothing. */
    @PostMapping("policies")
    ResponseEntity<?> change(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Valid @RequestBody PolicyChange body,
            Locale reader,
            Caller caller,
            MessageContext context) {
        access.hr(caller);
        List<CadenceRule> rhythm = rules.rhythm(caller.organisation(), body.rhythm());
        body.checkScope();
        if (dryRun) {
            Cycle now = find(caller, id).state();
            ReplayReport report = replays.replay(
                    caller.organisation(),
                    now.asIf(body.scope(), body.target(), rhythm, today(caller).minusDays(1)),
                    today(caller));
            return ResponseEntity.ok(report.saying(summaries.of(report, reader)));
        }
        LocalDate from = body.effectiveFrom() == null ? today(caller) : body.effectiveFrom();
        return answer(change(
                caller, id, context, cycle -> cycle.amend(body.scope(), body.target(), rhythm, from, today(caller))));
    }

    /** Asks nobody for a conversation any more; what was planned stays, and a later change of the policy starts it again. */
    @PostMapping("stop")
    ResponseEntity<CycleView> stop(@PathVariable String id, Caller caller, MessageContext context) {
        access.hr(caller);
        return answer(change(caller, id, context, cycle -> cycle.stop(today(caller))));
    }

    @PostMapping("blackouts")
    ResponseEntity<CycleView> blackout(
            @PathVariable String id, @Valid @RequestBody NewBlackout body, Caller caller, MessageContext context) {
        access.hr(caller);
        if (!Blackout.possible(body.from(), body.until())) {
            throw new RefusedException(Refusal.of("blackout-impossible", "days", Blackout.MAX_DAYS));
        }
        Blackout closed = new Blackout(CommandIdGenerator.newId(context), body.from(), body.until());
        return answer(change(caller, id, context, cycle -> cycle.blackout(closed, today(caller))));
    }

    @DeleteMapping("blackouts/{blackout}")
    ResponseEntity<CycleView> lift(
            @PathVariable String id, @PathVariable String blackout, Caller caller, MessageContext context) {
        access.hr(caller);
        return answer(change(caller, id, context, cycle -> cycle.lift(blackout)));
    }

    /** Why this person has these windows: for the person, their manager and HR. */
    @GetMapping("explanation")
    WindowExplanation explain(@PathVariable String id, @RequestParam String person, Caller caller, Locale reader) {
        if (!person.matches(Key.ID)) {
            throw new RefusedException(Refusal.of("person-unknown"));
        }
        access.selfOrManagerOrHr(caller, person);
        Cycle cycle = find(caller, id).state();
        PersonProfile facts = roster.employed(caller.organisation(), person)
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
        return explaining.explain(
                cycle,
                PolicyMember.of(facts),
                rhythms.of(caller.organisation(), person),
                roster.managerOf(caller.organisation(), person).isPresent(),
                roster.today(caller.organisation(), person),
                questions.bank(caller.organisation()),
                reader);
    }

    private Versioned<Cycle> change(
            Caller caller, String id, MessageContext context, Function<Cycle, Decision<Cycle>> change) {
        return cycles.handle(
                Key.of(caller.organisation(), id),
                context,
                found -> change.apply(found.orElseThrow(PolicyController::unknown)));
    }

    private ResponseEntity<CycleView> answer(Versioned<Cycle> changed) {
        return ETags.ok(views.view(changed.state()), changed);
    }

    private Versioned<Cycle> find(Caller caller, String id) {
        return cycles.find(Key.of(caller.organisation(), id)).orElseThrow(PolicyController::unknown);
    }

    private LocalDate today(Caller caller) {
        return roster.today(caller.organisation(), caller.person());
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("cycle-unknown"));
    }
}
