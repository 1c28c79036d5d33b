package nl.klimrek.portal.plan;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.plan.PlanResponses.Plan;
import nl.klimrek.portal.plan.PlanResponses.Proposal;
import nl.klimrek.portal.plan.PlanResponses.Template;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A reader's own plan, and where its parts are in the API. */
@Component
class PlanClient {
    static final String ALL = "/api/pop-forms";
    static final String MINE = ALL + "/mine";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_:-]{0,199}");

    private final ServiceClient services;
    private final ParallelCalls parallel;

    PlanClient(ServiceClient services, ParallelCalls parallel) {
        this.services = services;
        this.parallel = parallel;
    }

    /** @param plan null where none was started */
    record Found(@Nullable Plan plan, @Nullable String etag, Template form) {
        boolean started() {
            return plan != null;
        }

        /** The plan; to be read only when {@link #started()}. */
        @Override
        public Plan plan() {
            return Objects.requireNonNull(plan);
        }
    }

    Section<Plan> mine(Viewer viewer) {
        return services.get(viewer, Upstream.POP_FORMS, MINE, Plan.class);
    }

    /** Path of the goals that are proposed to the viewer, whether there is a plan or not. */
    static String proposals(Viewer viewer) {
        return ALL + "/pop-" + viewer.person() + "/proposals";
    }

    /** Goals that wait for the viewer's answer. */
    Section<List<Proposal>> proposed(Viewer viewer) {
        return services.list(viewer, Upstream.POP_FORMS, proposals(viewer), Proposal.class);
    }

    /** The plan without the questions of its form. */
    Found found(Viewer viewer) {
        return found(mine(viewer), new Template(List.of()));
    }

    /** The plan, with the questions that its portrait answers. */
    Found withForm(Viewer viewer) {
        Part<Section<Plan>> plan = parallel.start(() -> mine(viewer));
        Part<Section<Template>> form =
                parallel.start(() -> services.get(viewer, Upstream.POP_FORMS, ALL + "/template", Template.class));
        return found(plan.get(), form.get().orThrow());
    }

    private static Found found(Section<Plan> mine, Template form) {
        if (!mine.isOk() && "pop-not-started".equals(mine.trouble().code())) {
            return new Found(null, null, form);
        }
        return new Found(mine.orThrow(), mine.etag(), form);
    }

    /** Path of the plan that a form is about. */
    static String of(FormPost post) {
        return ALL + "/" + id(post, "pop");
    }

    /** Path of the goal that a form names. */
    static String goal(FormPost post, String field) {
        return goal(of(post), id(post, field));
    }

    private static String goal(String pop, String goal) {
        return pop + "/goals/" + goal;
    }

    /** An id from a form field; never a path. */
    static String id(FormPost post, String field) {
        return isId(post.text(field)) ? post.text(field) : "none";
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
