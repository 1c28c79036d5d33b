package nl.klimrek.portal.offers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.offers.OfferResponses.Offer;
import nl.klimrek.portal.offers.OfferResponses.Step;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What HR has in the catalogues of offers and career steps. Files go through the pages of imports. */
@PageController
class CataloguePageController {
    private static final String OFFERS = "/hr/offers/all";
    private static final String STEPS = "/hr/career-steps/all";
    private static final String STEPS_API = "/api/pop-forms/career-steps";
    private static final String CODE = "/{code:[A-Za-z0-9_:.@+-]+}/removal";
    private static final int ROWS = 50;
    private static final long MINUTES = 60;
    private static final List<String> MODES = List.of(
            "COURSE",
            "E_LEARNING",
            "MICRO_LEARNING",
            "COACHING",
            "MENTORING",
            "SHADOWING",
            "INTERNSHIP",
            "PROJECT",
            "PEER_REVIEW",
            "COMMUNITY",
            "CERTIFICATE",
            "RECOGNITION_OF_PRIOR_LEARNING",
            "OTHER");

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    CataloguePageController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping(OFFERS)
    String offers(@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        OfferPage page = new OfferPage(reader);
        Rows<Offer> found = rows(viewer, OfferPageController.API, after, Offer.class);
        model.addAttribute("offers", found.items().stream().map(page::offer).toList());
        pager(model, OFFERS, after, found.next());
        model.addAttribute("places", choices(reader, "offer-place", OfferPage.PLACES));
        model.addAttribute("modes", choices(reader, "mode", MODES));
        return "offers/hr-offers";
    }

    @PostMapping(OFFERS)
    String write(FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, OfferPageController.API, () -> offer(post))
                .done("offers.hr.written", post.text("title"))
                .back();
    }

    private static JsonNode offer(FormPost post) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("title", post.text("title"))
                .put("titleEn", post.textOrNull("titleEn"))
                .put("description", post.textOrNull("description"))
                .put("place", post.text("place"))
                .put("mode", post.text("mode"))
                .put("link", post.textOrNull("link"));
        Long hours = post.hundredths("hours");
        if (hours != null && hours > 0) {
            body.put("effortMinutes", (int) Math.max(1, hours * MINUTES / 100));
        }
        Long cost = post.hundredths("cost");
        if (cost != null) {
            body.put("costCents", cost);
        }
        if (post.day("until") != null) {
            body.put("until", String.valueOf(post.day("until")));
        }
        return body;
    }

    @PostMapping(OFFERS + CODE)
    String removeOffer(@PathVariable String code, FormPost post) {
        return commands.delete(post, Upstream.POP_FORMS, OfferPageController.API + "/" + code)
                .done("offers.hr.removed")
                .back();
    }

    @GetMapping(STEPS)
    String steps(@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        OfferPage page = new OfferPage(readers.of(viewer));
        Rows<Step> found = rows(viewer, STEPS_API, after, Step.class);
        model.addAttribute("steps", found.items().stream().map(page::step).toList());
        pager(model, STEPS, after, found.next());
        return "offers/hr-steps";
    }

    @PostMapping(STEPS + CODE)
    String removeStep(@PathVariable String code, FormPost post) {
        return commands.delete(post, Upstream.POP_FORMS, STEPS_API + "/" + code)
                .done("offers.hr.step-removed")
                .back();
    }

    private <T> Rows<T> rows(Viewer viewer, String path, String after, Class<T> type) {
        return services.rows(
                        viewer,
                        Upstream.POP_FORMS,
                        path + "?limit=" + ROWS + (after.isBlank() ? "" : "&after=" + encoded(after)),
                        type)
                .orThrow();
    }

    private static void pager(Model model, String page, String after, @Nullable String next) {
        model.addAttribute("first", after.isEmpty() ? null : page);
        model.addAttribute("next", next == null ? null : page + "?after=" + encoded(next));
    }

    private static List<Choice> choices(Reader reader, String kind, List<String> codes) {
        return codes.stream()
                .map(code -> new Choice(code, reader.code(kind, code)))
                .toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
