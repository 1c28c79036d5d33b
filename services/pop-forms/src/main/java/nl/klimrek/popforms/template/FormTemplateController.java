package nl.klimrek.popforms.template;

import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the current form to anybody who is signed in. */
@RestController
class FormTemplateController {

    private final FormTemplateRepository templates;

    FormTemplateController(FormTemplateRepository templates) {
        this.templates = templates;
    }

    @GetMapping("/api/pop-forms/template")
    FormTemplateView template(Locale reader) {
        return FormTemplateView.of(templates.newest(), reader);
    }
}
