package nl.klimrek.popforms.version;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.plan.AgreedContents;
import nl.klimrek.popforms.plan.AgreedVersion;
import nl.klimrek.popforms.plan.PlanContent;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.PopService;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.stereotype.Service;

/**
 * Shows agreed versions. The owner sees all of them; the current manager those that were agreed with them, because what the owner agreed
 * with a predecessor was not said to them. A manager's look is recorded before it is answered.
 */
@Service
public class VersionService {

    /** Stands for the plan as it is now. */
    public static final String NOW = "0";

    private final PopService plans;
    private final AgreedContents contents;
    private final AccessControl access;
    private final DisclosureLog looks;

    VersionService(PopService plans, AgreedContents contents, AccessControl access, DisclosureLog looks) {
        this.plans = plans;
        this.contents = contents;
        this.access = access;
        this.looks = looks;
    }

    /** An agreed version. @param kept whether its content is there, which versions from before content was kept lack */
    public record Listed(AgreedVersion agreed, boolean kept) {}

    /** An agreed version with its content. */
    public record Content(AgreedVersion agreed, PlanContent content) {}

    /** The versions that the caller may see, the newest first. */
    public List<Listed> list(Caller caller, String pop) {
        Pop plan = visible(caller, pop);
        return versions(caller, plan).stream()
                .sorted(Comparator.comparing(AgreedVersion::version).reversed())
                .map(agreed -> new Listed(
                        agreed,
                        contents.find(caller.organisation(), pop, agreed.version())
                                .isPresent()))
                .toList();
    }

    /** One version; refused with {@code version-unknown}, or {@code version-not-kept} if it is older than the keeping. */
    public Content one(Caller caller, String pop, String version) {
        return content(caller, visible(caller, pop), version);
    }

    /**
     * What changed from one version to another.
     *
     * @param to the later version; {@link #NOW} for the plan as it is now
     */
    public PlanDifference difference(Caller caller, String pop, String from, String to) {
        Pop plan = visible(caller, pop);
        PlanContent before = content(caller, plan, from).content();
        PlanContent after = to.equals(NOW)
                ? PlanContent.of(plan)
                : content(caller, plan, to).content();
        return PlanDifference.between(before, after);
    }

    private Pop visible(Caller caller, String pop) {
        String owner = plans.ownerOf(pop);
        AccessRight right = access.selfOrManager(caller, owner);
        Pop plan = plans.find(caller, pop).state();
        if (right != AccessRight.SELF) {
            looks.record(caller, owner, "PLAN_VERSIONS", right);
        }
        return plan;
    }

    private static PlanContent shown(Caller caller, Pop plan, PlanContent content) {
        return caller.person().equals(plan.employee())
                ? content
                : content.hiding(plan.goals().stream()
                        .filter(Goal::keptPrivate)
                        .map(Goal::id)
                        .collect(Collectors.toSet()));
    }

    private static List<AgreedVersion> versions(Caller caller, Pop plan) {
        return plan.agreed().stream()
                .filter(agreed -> caller.person().equals(plan.employee())
                        || agreed.manager().equals(caller.person()))
                .toList();
    }

    /** The right is checked before the number, so that its form says nothing to anybody else. */
    private Content content(Caller caller, Pop plan, String version) {
        AgreedVersion agreed = versions(caller, plan).stream()
                .filter(one -> String.valueOf(one.version()).equals(version))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.of("version-unknown")));
        return contents.find(caller.organisation(), plan.id(), agreed.version())
                .map(content -> new Content(agreed, shown(caller, plan, content)))
                .orElseThrow(() -> new RefusedException(Refusal.of("version-not-kept")));
    }
}
