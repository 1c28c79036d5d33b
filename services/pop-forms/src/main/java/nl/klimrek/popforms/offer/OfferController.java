package nl.klimrek.popforms.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.CatalogueKind;
import nl.klimrek.contracts.popforms.CatalogueStep;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.popforms.catalogue.CatalogueRepository;
import nl.klimrek.popforms.catalogue.CatalogueService;
import nl.klimrek.popforms.catalogue.imports.RowCells;
import nl.klimrek.popforms.learning.ActivityPlan;
import nl.klimrek.popforms.skill.ListedSkill;
import nl.klimrek.popforms.skill.SkillLabels;
import nl.klimrek.popforms.skill.SkillMatch;
import nl.klimrek.popforms.text.TypedText;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offers of the caller's organisation: everybody finds them, HR writes them. */
@RestController
@RequestMapping("/api/pop-forms/offers")
class OfferController {

    private final CatalogueRepository<Offer> offers;
    private final OfferSearch search;
    private final CatalogueService catalogues;
    private final SkillLabels labels;
    private final AccessControl access;

    OfferController(
            CatalogueRepository<Offer> offers,
            OfferSearch search,
            CatalogueService catalogues,
            SkillLabels labels,
            AccessControl access) {
        this.offers = offers;
        this.search = search;
        this.catalogues = catalogues;
        this.labels = labels;
        this.access = access;
    }

    /** An offer that HR writes. Its skills come from files. */
    record NewOffer(
            @NotBlank @Size(max = Offer.TITLE) String title,
            @Size(max = Offer.TITLE) @Nullable String titleEn,
            @Size(max = Offer.DESCRIPTION) @Nullable String description,
            @NotNull Offer.Place place,
            @NotNull ActivityMode mode,
            @Min(1) @Max(ActivityPlan.MAX_MINUTES) @Nullable Integer effortMinutes,
            @Min(0) @Max(ActivityPlan.MAX_CENTS) @Nullable Long costCents,
            @Nullable String link,
            @Nullable LocalDate until) {

        Offer offer(String code) {
            if (link != null && !RowCells.isLink(link)) {
                throw new RefusedException(Refusal.of("offer-link-invalid"));
            }
            return new Offer(
                    code,
                    Objects.requireNonNull(TypedText.normalise(title)),
                    TypedText.normalise(titleEn),
                    TypedText.normalise(description),
                    place,
                    mode,
                    effortMinutes,
                    costCents,
                    link,
                    List.of(),
                    until);
        }
    }

    /** @param text what the caller typed so far; without it all offers come, by title */
    @GetMapping
    Page<OfferView> find(
            @RequestParam(required = false) @Size(max = 100) @Nullable String text,
            ListRequest page,
            Caller caller,
            Locale reader) {
        String language = reader.getLanguage();
        if (text != null && !text.isBlank()) {
            List<Offer> found = search.find(caller.organisation(), text, language, page.limit());
            return new Page<>(shown(found, caller, language), null);
        }
        Page<Offer> all = Page.of(search.open(caller.organisation(), language), Offer::code, page);
        return new Page<>(shown(all.items(), caller, language), all.next());
    }

    private List<OfferView> shown(List<Offer> found, Caller caller, String language) {
        Map<SkillMatch, ListedSkill> names = labels.of(
                caller.organisation(),
                found.stream().flatMap(offer -> offer.skills().stream()).toList());
        return found.stream().map(offer -> OfferView.of(offer, names, language)).toList();
    }

    @GetMapping("{code}")
    OfferView one(@PathVariable String code, Caller caller, Locale reader) {
        Offer offer = offers.find(caller.organisation(), checked(code))
                .filter(found -> found.isOpen(search.today()))
                .orElseThrow(OfferController::unknown);
        return shown(List.of(offer), caller, reader.getLanguage()).get(0);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OfferView write(@Valid @RequestBody NewOffer wanted, Caller caller, MessageContext cause, Locale reader) {
        access.hr(caller);
        Offer offer = wanted.offer(CommandIdGenerator.newId(cause));
        offers.put(caller.organisation(), offer.code(), offer);
        step(caller, CatalogueStep.WRITTEN, cause);
        return OfferView.of(offer, Map.of(), reader.getLanguage());
    }

    @DeleteMapping("{code}")
    ResponseEntity<Void> remove(@PathVariable String code, Caller caller, MessageContext cause) {
        access.hr(caller);
        if (!offers.remove(caller.organisation(), checked(code), CommandIdGenerator.newId(cause))) {
            throw unknown();
        }
        step(caller, CatalogueStep.REMOVED, cause);
        return ResponseEntity.noContent().build();
    }

    private void step(Caller caller, CatalogueStep step, MessageContext cause) {
        catalogues.changed(
                caller.organisation(), CatalogueKind.OFFERS, step, CommandIdGenerator.newId(cause), 1, 0, cause);
    }

    private static String checked(String code) {
        if (!code.matches(Key.ID)) {
            throw unknown();
        }
        return code;
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("offer-unknown"));
    }
}
