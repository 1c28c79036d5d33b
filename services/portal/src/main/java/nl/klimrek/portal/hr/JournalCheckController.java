package nl.klimrek.portal.hr;

import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Checks the whole journal when somebody asks for it, for HR and auditors. */
@PageController
class JournalCheckController {
    private final Services services;

    JournalCheckController(Services services) {
        this.services = services;
    }

    record Verification(boolean verified, long entries, Broken firstBroken) {
    }

    record Broken(long position, String reason) {
    }

    record Gaps(long open) {
    }

    /** Walks the chain now; asked for by a link of its own because it takes its time. */
    @GetMapping("/hr/journal")
    String journal(Viewer viewer, Model model) {
        if (!viewer.is("HR") && !viewer.is("AUDITOR")) {
            return "redirect:/";
        }
        model.addAttribute("check", services.getPatiently(viewer, Service.JOURNAL, "/api/journal/verify", Verification.class));
        model.addAttribute("gaps", services.get(viewer, Service.JOURNAL, "/api/journal/gaps?limit=1", Gaps.class));
        return "pages/journal";
    }
}
