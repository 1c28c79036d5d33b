package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.PolicyScope;
import org.jspecify.annotations.Nullable;

/**
 * The rhythm that holds for one employee on one day, and which part of the policy it comes from.
 *
 * <p>A part for the person precedes one for the job family, that one for the team, and that one for the organisation.
 * Within a scope the part that took effect last holds; of two from the same day, the newer version.
 *
 * @param version version of the policy it comes from; 1 for what the cycle began with
 * @param scope whom that part of the policy is for
 * @param target team, job family or person; null for the whole organisation
 * @param rhythm which types, how often
 * @param anchor first day of its first period
 */
public record Cadence(
        int version, PolicyScope scope, @Nullable String target, List<CadenceRule> rhythm, LocalDate anchor) {

    private static final Comparator<Amendment> NEARER = Comparator.comparingInt((Amendment part) -> rank(part.scope()))
            .thenComparing(Amendment::effectiveFrom)
            .thenComparingInt(Amendment::version);

    /** The rhythm of this employee on this day. */
    public static Cadence of(CadencePolicy policy, List<Amendment> amendments, PolicyMember member, LocalDate day) {
        return amendments.stream()
                .filter(part -> part.holdsFor(member, day))
                .max(NEARER)
                .map(part ->
                        new Cadence(part.version(), part.scope(), part.target(), part.rhythm(), part.effectiveFrom()))
                .orElseGet(() -> new Cadence(1, PolicyScope.ORGANISATION, null, policy.rhythm(), policy.startsOn()));
    }

    /** First day of the next period of any part of a policy that begins after a day; null if none does. */
    public static @Nullable LocalDate nextPeriod(CadencePolicy policy, List<Amendment> amendments, LocalDate day) {
        Stream<LocalDate> usual =
                policy.rhythm().stream().map(rule -> CadencePeriod.beginningAfter(rule, policy.startsOn(), day));
        Stream<LocalDate> amended = amendments.stream()
                .flatMap(part -> part.rhythm().stream()
                        .map(rule -> CadencePeriod.beginningAfter(rule, part.effectiveFrom(), day)));
        return Stream.concat(usual, amended).min(Comparator.naturalOrder()).orElse(null);
    }

    /** What periods are counted in: an amended rhythm counts anew. */
    String series(String cycle) {
        return version == 1 ? cycle : cycle + "." + version;
    }

    private static int rank(PolicyScope scope) {
        return switch (scope) {
            case ORGANISATION -> 0;
            case TEAM -> 1;
            case JOB_FAMILY -> 2;
            case PERSON -> 3;
        };
    }
}
