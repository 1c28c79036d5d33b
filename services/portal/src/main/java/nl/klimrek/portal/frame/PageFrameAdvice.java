package nl.klimrek.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import nl.klimrek.portal.form.DraftService;
import nl.klimrek.portal.form.PageForms;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Viewer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the frame and the forms to every page. */
@ControllerAdvice(annotations = PageController.class)
class PageFrameAdvice {
    private final Assets assets;
    private final WaitingPromptCount waiting;
    private final DraftService remembered;

    PageFrameAdvice(Assets assets, WaitingPromptCount waiting, DraftService remembered) {
        this.assets = assets;
        this.waiting = waiting;
        this.remembered = remembered;
    }

    @ModelAttribute
    void prepare(Viewer viewer, HttpServletRequest request, Model model) {
        if (!"GET".equals(request.getMethod())) {
            return;
        }
        String path = request.getRequestURI();
        model.addAttribute("frame", PageFrame.of(viewer, path, assets, waiting.of(viewer)));
        PageForms forms = remembered.of(viewer, path, request);
        model.addAttribute("forms", forms);
    }
}
