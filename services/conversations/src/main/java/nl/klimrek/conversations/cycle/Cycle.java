package nl.klimrek.conversations.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.BlackoutLifted;
import nl.klimrek.contracts.conversations.BlackoutSet;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.CyclePlanned;
import nl.klimrek.contracts.conversations.CycleStarted;
import nl.klimrek.contracts.conversations.PolicyChanged;
import nl.klimrek.contracts.conversations.PolicyScope;
import nl.klimrek.conversations.cycle.cadence.Amendment;
import nl.klimrek.conversations.cycle.cadence.Blackout;
import nl.klimrek.conversations.cycle.cadence.Cadence;
import nl.klimrek.conversations.cycle.cadence.CadencePolicy;
import nl.klimrek.conversations.cycle.cadence.DueConversation;
import nl.klimrek.conversations.cycle.cadence.PolicyMember;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A policy of an organisation with what changed in it, and how far planning by it has come.
 *
 * @param id id
 * @param policy what it began with
 * @param amendments what changes for whom, from when
 * @param blackouts days in which nobody is asked to talk
 * @param planning newest run; null before the first
 */
public record Cycle(
        String id,
        CadencePolicy policy,
        List<Amendment> amendments,
        List<Blackout> blackouts,
        @Nullable PlanningProgress planning) {

    /** More exceptions than this are no policy. */
    public static final int MAX_AMENDMENTS = 1000;

    /** The zone in which a day begins last: then it is that day for everybody. */
    private static final ZoneOffset LATEST_ZONE = ZoneOffset.ofHours(-12);

    /** A cycle that was stored before it could be amended has none of either. */
    public Cycle {
        amendments = amendments == null ? List.of() : List.copyOf(amendments);
        blackouts = blackouts == null ? List.of() : List.copyOf(blackouts);
    }

    /** A policy takes effect. */
    public static Decision<Cycle> started(String id, CadencePolicy policy) {
        return Decision.accept(
                new Cycle(id, policy, List.of(), List.of(), null),
                new CycleStarted(id, policy.rhythm(), policy.leadDays(), policy.startsOn()));
    }

    /** Changes the rhythm of some from a day on, at the earliest today: what was, was. {@code target} as the scope asks. */
    public Decision<Cycle> amend(
            PolicyScope scope,
            @Nullable String target,
            List<CadenceRule> rhythm,
            LocalDate effectiveFrom,
            LocalDate today) {
        if (effectiveFrom.isBefore(today)) {
            return Decision.refuse("policy-in-past");
        }
        Amendment next = amendment(scope, target, rhythm, effectiveFrom);
        List<Amendment> kept =
                amendments.stream().filter(earlier -> !next.replaces(earlier)).toList();
        if (kept.size() >= MAX_AMENDMENTS) {
            return Decision.refuse("amendments-too-many", "most", MAX_AMENDMENTS);
        }
        return Decision.accept(
                new Cycle(
                        id,
                        policy,
                        Stream.concat(kept.stream(), Stream.of(next)).toList(),
                        blackouts,
                        planning),
                new PolicyChanged(id, next.version(), scope, target, next.rhythm(), effectiveFrom));
    }

    /**
     * Asks nobody for a conversation from today on: the organisation's rhythm and every exception to it become empty, also
     * those that were to begin later. What was planned stays.
     */
    public Decision<Cycle> stop(LocalDate today) {
        if (isStopped(today)) {
            return Decision.unchanged();
        }
        List<Amendment> asking = Stream.concat(
                        Stream.of(new Amendment(newestVersion() + 1, PolicyScope.ORGANISATION, null, List.of(), today)),
                        amendments.stream())
                .toList();
        List<Amendment> emptied = new ArrayList<>();
        for (Amendment part : asking) {
            LocalDate from = part.effectiveFrom().isAfter(today) ? part.effectiveFrom() : today;
            Amendment none =
                    new Amendment(newestVersion() + emptied.size() + 1, part.scope(), part.target(), List.of(), from);
            if (emptied.stream().noneMatch(none::replaces)) {
                emptied.add(none);
            }
        }
        return Decision.accept(
                new Cycle(id, policy, emptied, blackouts, planning),
                emptied.stream()
                        .map(part -> new PolicyChanged(
                                id, part.version(), part.scope(), part.target(), part.rhythm(), part.effectiveFrom()))
                        .toList());
    }

    /** Whether it asks nobody for a conversation, today or on any later day that is known now. */
    public boolean isStopped(LocalDate today) {
        return amendments.stream().allMatch(part -> part.rhythm().isEmpty())
                && amendments.stream()
                        .anyMatch(part -> part.scope() == PolicyScope.ORGANISATION
                                && !part.effectiveFrom().isAfter(today));
    }

    /** This cycle as it would be with such a change; for looking only. */
    public Cycle asIf(PolicyScope scope, @Nullable String target, List<CadenceRule> rhythm, LocalDate effectiveFrom) {
        Amendment next = amendment(scope, target, rhythm, effectiveFrom);
        return new Cycle(
                id, policy, Stream.concat(amendments.stream(), Stream.of(next)).toList(), blackouts, planning);
    }

    /** Nobody is asked to talk in these days. */
    public Decision<Cycle> blackout(Blackout closed, LocalDate today) {
        if (closed.until().isBefore(today)) {
            return Decision.refuse("window-passed");
        }
        List<Blackout> more = Stream.concat(
                        blackouts.stream().filter(there -> !there.until().isBefore(today)), Stream.of(closed))
                .toList();
        return Decision.accept(
                new Cycle(id, policy, amendments, more, planning),
                new BlackoutSet(id, closed.id(), closed.from(), closed.until()));
    }

    /** A blackout no longer holds. */
    public Decision<Cycle> lift(String blackout) {
        List<Blackout> left =
                blackouts.stream().filter(there -> !there.id().equals(blackout)).toList();
        return left.size() == blackouts.size()
                ? Decision.refuse("blackout-unknown")
                : Decision.accept(new Cycle(id, policy, amendments, left, planning), new BlackoutLifted(id, blackout));
    }

    /** Every day of the blackouts. */
    public Set<LocalDate> blackoutDays() {
        return blackouts.stream()
                .flatMap(days -> days.from().datesUntil(days.until().plusDays(1)))
                .collect(Collectors.toSet());
    }

    /** The rhythm of this employee on this day. */
    public Cadence cadence(PolicyMember member, LocalDate day) {
        return Cadence.of(policy, amendments, member, day);
    }

    /** What this cycle asks for an employee now, type by type. */
    public List<DueConversation> dueFor(PolicyMember member, LocalDate today) {
        Cadence cadence = cadence(member, today);
        return cadence.rhythm().stream()
                .map(rule -> DueConversation.of(id, cadence, rule, member, today, blackouts))
                .toList();
    }

    /** What this cycle asks for an employee in the periods that begin within the lead time, type by type. */
    public List<DueConversation> dueAhead(PolicyMember member, LocalDate today) {
        LocalDate until = today.plusDays(policy.leadDays());
        Cadence cadence = cadence(member, until);
        return cadence.rhythm().stream()
                .flatMap(rule -> DueConversation.ahead(id, cadence, rule, member, today, until, blackouts))
                .toList();
    }

    /**
     * Day on which the next period is planned by itself: its first day less the lead time. Null for a cycle that was never
     * planned, because HR looks at a rhythm before it begins, and for one that was stopped.
     */
    public @Nullable LocalDate nextPlanningOn() {
        if (planning == null) {
            return null;
        }
        LocalDate planned = LocalDate.ofInstant(planning.startedAt(), LATEST_ZONE);
        LocalDate next = Cadence.nextPeriod(policy, amendments, planned.plusDays(policy.leadDays()));
        return next == null || isStopped(next) ? null : next.minusDays(policy.leadDays());
    }

    /** When the clock looks at this cycle: since its run is unfinished, or when the next one begins; null for never. */
    public @Nullable Instant due() {
        Instant unfinished = unfinishedSince();
        LocalDate next = nextPlanningOn();
        return unfinished != null || next == null
                ? unfinished
                : next.atStartOfDay(LATEST_ZONE).toInstant();
    }

    /** Starts the run of the next period when its day has come; otherwise nothing changes. */
    public Decision<Cycle> planByItself(PlanningProgress run) {
        Instant due = due();
        return unfinishedSince() == null && due != null && !due.isAfter(run.startedAt())
                ? plan(run)
                : Decision.unchanged();
    }

    /** Starts a run in place of an earlier one, whose conversations it finds by their deterministic ids. */
    public Decision<Cycle> plan(PlanningProgress run) {
        return Decision.accept(with(run));
    }

    /** This cycle with its run as far as the parts have come; for looking only. */
    public Cycle reached(int people, PlanningResult soFar) {
        return with(requirePlanning().reached(people, soFar));
    }

    /** Ends a run. A run that another one replaced, or that has ended, changes nothing. */
    public Decision<Cycle> finished(String run, int people, PlanningResult result) {
        return running(run)
                ? Decision.accept(
                        with(requirePlanning().finished(people, result)),
                        new CyclePlanned(id, result.planned(), result.managerless()))
                : Decision.unchanged();
    }

    /** Start of the newest run while it is unfinished; otherwise null. */
    public @Nullable Instant unfinishedSince() {
        return planning == null || planning.done() ? null : planning.startedAt();
    }

    /** The newest run of a cycle that was planned. */
    public PlanningProgress requirePlanning() {
        return Objects.requireNonNull(planning, "the cycle was never planned");
    }

    private Amendment amendment(
            PolicyScope scope, @Nullable String target, List<CadenceRule> rhythm, LocalDate effectiveFrom) {
        return new Amendment(newestVersion() + 1, scope, target, rhythm, effectiveFrom);
    }

    private int newestVersion() {
        return amendments.stream().mapToInt(Amendment::version).max().orElse(1);
    }

    private Cycle with(PlanningProgress run) {
        return new Cycle(id, policy, amendments, blackouts, run);
    }

    private boolean running(String run) {
        return planning != null && planning.run().equals(run) && !planning.done();
    }
}
