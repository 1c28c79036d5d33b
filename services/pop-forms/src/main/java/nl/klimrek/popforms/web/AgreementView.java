package nl.klimrek.popforms.web;

import java.util.List;
import nl.klimrek.popforms.plan.AgreedVersion;
import nl.klimrek.popforms.plan.AgreementProgress;
import nl.klimrek.popforms.plan.Pop;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan is agreed by owner and manager.
 *
 * @param version the current version
 * @param state how far that version is agreed
 * @param confirmedByEmployee whether the owner confirmed it
 * @param confirmedByManager person id of the manager who confirmed it; null when none
 * @param agreed versions agreed by two, oldest first
 */
record AgreementView(
        int version,
        AgreementProgress state,
        boolean confirmedByEmployee,
        @Nullable String confirmedByManager,
        List<AgreedVersion> agreed) {

    static AgreementView of(Pop pop) {
        return new AgreementView(
                pop.version(),
                pop.agreement(),
                pop.confirmations().employee(),
                pop.confirmations().manager(),
                pop.agreed());
    }
}
