package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.PolicyScope;
import org.jspecify.annotations.Nullable;

/**
 * A change of a policy for those in scope, from a day on; what was planned before that day stays.
 *
 * @param version version of the policy it makes, from 2
 * @param scope whom it is for
 * @param target team, job family or person; null for the whole organisation
 * @param rhythm each type at most once; empty when those in scope have no conversations by this cycle
 * @param effectiveFrom first day, on which the first period of the changed rhythm begins
 */
public record Amendment(
        int version, PolicyScope scope, @Nullable String target, List<CadenceRule> rhythm, LocalDate effectiveFrom) {

    public Amendment {
        rhythm = List.copyOf(rhythm);
        if (version < 2 || effectiveFrom == null || (scope == PolicyScope.ORGANISATION) != (target == null)) {
            throw new IllegalArgumentException("an amendment has a version, a scope and a first day");
        }
    }

    boolean holdsFor(PolicyMember member, LocalDate day) {
        return !effectiveFrom.isAfter(day)
                && switch (scope) {
                    case ORGANISATION -> true;
                    case TEAM -> member.team() != null && member.team().equals(target);
                    case JOB_FAMILY ->
                        member.jobFamily() != null && member.jobFamily().equals(target);
                    case PERSON -> member.person().equals(target);
                };
    }

    /** Whether it is for the same people from the same day, so that the later of the two takes its place. */
    public boolean replaces(Amendment earlier) {
        return scope == earlier.scope
                && effectiveFrom.equals(earlier.effectiveFrom)
                && (target == null ? earlier.target == null : target.equals(earlier.target));
    }
}
