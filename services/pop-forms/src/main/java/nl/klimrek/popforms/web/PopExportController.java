package nl.klimrek.popforms.web;

import java.time.Clock;
import java.util.Locale;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.PopService;
import nl.klimrek.popforms.template.FormTemplateRepository;
import nl.klimrek.popforms.template.FormTemplateView;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports the caller's own plan as a file, also after leaving: the plan is the employee's. */
@RestController
class PopExportController {

    private final PopService plans;
    private final FormTemplateRepository templates;
    private final Clock clock;

    PopExportController(PopService plans, FormTemplateRepository templates, Clock clock) {
        this.plans = plans;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/api/pop-forms/mine/export")
    ResponseEntity<PopExport> export(Caller caller, Locale reader) {
        Pop plan = plans.find(caller, Pop.idOf(caller.person())).state();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pop.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(PopExport.of(plan, FormTemplateView.of(templates.newest(), reader), clock.instant()));
    }
}
