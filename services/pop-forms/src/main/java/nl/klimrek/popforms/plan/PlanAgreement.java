package nl.klimrek.popforms.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.contracts.popforms.PopAgreed;
import nl.klimrek.contracts.popforms.PopConfirmed;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/** Agreeing on a plan: a version is agreed when its owner and the current manager both confirm it. */
final class PlanAgreement {

    private PlanAgreement() {}

    /**
     * Confirms the current version for owner or manager. With the second confirmation it is agreed. Refusals: {@code
     * pop-version-not-current}, {@code pop-confirmation-forbidden}.
     *
     * @param seen version that was read
     * @param by person id of the confirming person
     * @param currentManager person id of the owner's current manager; null without one
     */
    static Decision<Pop> confirm(Pop pop, int seen, String by, @Nullable String currentManager, Instant at) {
        boolean owner = by.equals(pop.employee());
        if (!owner && !by.equals(currentManager)) {
            return Decision.refuse("pop-confirmation-forbidden");
        }
        if (seen != pop.version()) {
            return Decision.refuse("pop-version-not-current", "current", pop.version());
        }
        Confirmations before = pop.confirmations();
        Confirmations now = owner ? before.ofEmployee() : before.of(by);
        if (now.equals(before)) {
            return Decision.unchanged();
        }
        PopConfirmed confirmed = new PopConfirmed(pop.id(), pop.employee(), seen, by);
        String agreeing = now.both(currentManager) ? now.manager() : null;
        if (isAgreed(pop) || agreeing == null) {
            return Decision.accept(pop.with(now, pop.agreed()), confirmed);
        }
        List<AgreedVersion> more = new ArrayList<>(pop.agreed());
        more.add(new AgreedVersion(seen, agreeing, at));
        return Decision.accept(pop.with(now, more), confirmed, new PopAgreed(pop.id(), pop.employee(), seen, agreeing));
    }

    static AgreementProgress progress(Pop pop) {
        if (isAgreed(pop)) {
            return AgreementProgress.AGREED;
        }
        if (pop.confirmations().employee()) {
            return AgreementProgress.CONFIRMED_BY_EMPLOYEE;
        }
        return pop.confirmations().manager() == null ? AgreementProgress.DRAFT : AgreementProgress.CONFIRMED_BY_MANAGER;
    }

    private static boolean isAgreed(Pop pop) {
        List<AgreedVersion> agreed = pop.agreed();
        return !agreed.isEmpty() && agreed.get(agreed.size() - 1).version() == pop.version();
    }
}
