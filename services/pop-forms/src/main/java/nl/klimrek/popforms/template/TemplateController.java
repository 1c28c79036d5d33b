package nl.klimrek.popforms.template;

import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the form to anybody who is signed in. */
@RestController
class TemplateController {

    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/api/pop-forms/template")
    TemplateView template(Locale reader) {
        return TemplateView.of(templates.newest(), reader);
    }
}
