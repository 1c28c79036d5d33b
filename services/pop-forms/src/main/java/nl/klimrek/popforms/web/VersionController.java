package nl.klimrek.popforms.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.klimrek.popforms.plan.Portrait;
import nl.klimrek.popforms.template.FormTemplateRepository;
import nl.klimrek.popforms.template.FormTemplateView;
import nl.klimrek.popforms.version.Change;
import nl.klimrek.popforms.version.Change.FieldChange;
import nl.klimrek.popforms.version.PlanDifference;
import nl.klimrek.popforms.version.VersionService;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agreed versions of a plan, and what differs between them. */
@RestController
@RequestMapping("/api/pop-forms/{pop}/versions")
class VersionController {

    private final VersionService versions;
    private final FormTemplateRepository templates;
    private final GoalViewMapper views;

    VersionController(VersionService versions, FormTemplateRepository templates, GoalViewMapper views) {
        this.versions = versions;
        this.templates = templates;
        this.views = views;
    }

    /** @param kept whether its content can be read */
    record VersionView(int version, String manager, Instant agreedAt, boolean kept) {

        static VersionView of(VersionService.Listed listed) {
            return new VersionView(
                    listed.agreed().version(),
                    listed.agreed().manager(),
                    listed.agreed().at(),
                    listed.kept());
        }
    }

    /** @param form the questions that the portrait answers */
    record VersionContentView(
            int version,
            String manager,
            Instant agreedAt,
            FormTemplateView form,
            Portrait portrait,
            List<GoalView> goals,
            int privateGoals) {}

    /** @param to 0 for the plan as it is now */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            int from,
            int to,
            List<FieldChange> answers,
            List<Change> goals,
            int privateGoalsBefore,
            int privateGoalsAfter) {}

    /** Agreed versions, the newest first. */
    @GetMapping
    Page<VersionView> list(@PathVariable String pop, ListRequest page, Caller caller) {
        return Page.of(
                versions.list(caller, pop).stream().map(VersionView::of).toList(),
                view -> String.valueOf(view.version()),
                page);
    }

    @GetMapping("{version}")
    VersionContentView one(@PathVariable String pop, @PathVariable String version, Caller caller, Locale reader) {
        VersionService.Content found = versions.one(caller, pop, version);
        return new VersionContentView(
                found.agreed().version(),
                found.agreed().manager(),
                found.agreed().at(),
                FormTemplateView.of(
                        templates.find(
                                found.content().template().id(),
                                found.content().template().version()),
                        reader),
                found.content().portrait(),
                found.content().goals().stream().map(views::withWords).toList(),
                found.content().privateGoals());
    }

    /** @param to the version that is compared with; without it the plan as it is now */
    @GetMapping("{version}/difference")
    DifferenceView difference(
            @PathVariable String pop,
            @PathVariable String version,
            @RequestParam(defaultValue = VersionService.NOW) String to,
            Caller caller) {
        PlanDifference found = versions.difference(caller, pop, version, to);
        return new DifferenceView(
                Integer.parseInt(version),
                Integer.parseInt(to),
                found.answers(),
                found.goals(),
                found.privateGoalsBefore(),
                found.privateGoalsAfter());
    }
}
