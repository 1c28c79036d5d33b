package nl.klimrek.popforms.career;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.popforms.CatalogueKind;
import nl.klimrek.contracts.popforms.CatalogueStep;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.popforms.advice.SidewaysOption;
import nl.klimrek.popforms.career.ClimbingFrameView.LookView;
import nl.klimrek.popforms.career.ClimbingFrameView.MissingView;
import nl.klimrek.popforms.career.ClimbingFrameView.OfferLink;
import nl.klimrek.popforms.career.ClimbingFrameView.OptionView;
import nl.klimrek.popforms.catalogue.CatalogueRepository;
import nl.klimrek.popforms.catalogue.CatalogueService;
import nl.klimrek.popforms.offer.Offer;
import nl.klimrek.popforms.offer.OfferSearch;
import nl.klimrek.popforms.skill.ListedSkill;
import nl.klimrek.popforms.skill.SkillLabels;
import nl.klimrek.popforms.skill.SkillMatch;
import nl.klimrek.popforms.skill.SkillMatchView;
import nl.klimrek.popforms.teamskills.NotedSkills;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The climbing frame of the caller, and the career steps that HR keeps. */
@RestController
class ClimbingFrameController {

    private static final int OFFERS_A_SKILL = 3;
    private static final Set<Offer.Place> PLACES_TO_LOOK = Set.of(Offer.Place.SHADOWING, Offer.Place.INTERNSHIP);

    private final CatalogueRepository<CareerStep> steps;
    private final CatalogueService catalogues;
    private final OfferSearch offers;
    private final SkillLabels labels;
    private final NotedSkills noted;
    private final PeopleProjection people;
    private final AccessControl access;

    ClimbingFrameController(
            CatalogueRepository<CareerStep> steps,
            CatalogueService catalogues,
            OfferSearch offers,
            SkillLabels labels,
            NotedSkills noted,
            PeopleProjection people,
            AccessControl access) {
        this.steps = steps;
        this.catalogues = catalogues;
        this.offers = offers;
        this.labels = labels;
        this.noted = noted;
        this.people = people;
        this.access = access;
    }

    /** @param job job of the caller's family from which the steps begin; without it all of them are shown */
    @GetMapping("/api/pop-forms/climbing-frame")
    ClimbingFrameView mine(
            @RequestParam(required = false) @Size(max = CareerStep.JOB) @Nullable String job,
            Caller caller,
            Locale reader) {
        PersonProfile self = people.person(caller.organisation(), caller.person())
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
        ClimbingFrame frame = ClimbingFrame.of(
                steps.all(caller.organisation()),
                self.jobFamily(),
                job,
                noted.had(caller.organisation(), caller.person()));
        return view(frame, caller, reader.getLanguage());
    }

    private ClimbingFrameView view(ClimbingFrame frame, Caller caller, String language) {
        Set<SkillMatch> missing = frame.options().stream()
                .flatMap(option -> option.missing().stream())
                .collect(Collectors.toSet());
        List<Offer> teaching = missing.isEmpty() ? List.of() : offers.teaching(caller.organisation(), missing);
        Map<SkillMatch, ListedSkill> names = labels.of(
                caller.organisation(),
                frame.options().stream()
                        .flatMap(option -> option.step().skills().stream())
                        .collect(Collectors.toSet()));
        return new ClimbingFrameView(
                frame.family(),
                frame.jobs(),
                frame.job(),
                frame.options().stream()
                        .map(option -> option(option, names, teaching, language))
                        .toList(),
                frame.goesSideways() ? List.of() : looks(caller, language));
    }

    private static OptionView option(
            ClimbingFrame.Option option, Map<SkillMatch, ListedSkill> names, List<Offer> teaching, String language) {
        CareerStep step = option.step();
        return new OptionView(
                step.code(),
                step.from(),
                step.to(),
                step.direction(),
                step.description(),
                step.link(),
                option.there().stream()
                        .map(skill -> SkillMatchView.of(skill, names, language))
                        .toList(),
                option.missing().stream()
                        .map(skill -> new MissingView(
                                SkillMatchView.of(skill, names, language),
                                teaching.stream()
                                        .filter(offer -> offer.skills().contains(skill))
                                        .limit(OFFERS_A_SKILL)
                                        .map(offer -> link(offer, language))
                                        .toList()))
                        .toList());
    }

    /** Places to look that the organisation offers, else what one can arrange oneself; never empty. */
    private List<LookView> looks(Caller caller, String language) {
        List<LookView> places = offers.at(caller.organisation(), PLACES_TO_LOOK, language).stream()
                .limit(OFFERS_A_SKILL)
                .map(offer -> new LookView(null, link(offer, language)))
                .toList();
        return places.isEmpty()
                ? SidewaysOption.of(List.of()).stream()
                        .flatMap(option -> Stream.ofNullable(option.mode()))
                        .map(mode -> new LookView(mode, null))
                        .toList()
                : places;
    }

    private static OfferLink link(Offer offer, String language) {
        return new OfferLink(offer.code(), offer.titleIn(language));
    }

    /** All career steps of the organisation, by code. */
    @GetMapping("/api/pop-forms/career-steps")
    Page<CareerStep> all(ListRequest page, Caller caller) {
        access.hr(caller);
        return Page.of(steps.all(caller.organisation()), CareerStep::code, page);
    }

    @DeleteMapping("/api/pop-forms/career-steps/{code}")
    ResponseEntity<Void> remove(@PathVariable String code, Caller caller, MessageContext cause) {
        access.hr(caller);
        String command = CommandIdGenerator.newId(cause);
        if (!code.matches(Key.ID) || !steps.remove(caller.organisation(), code, command)) {
            throw new RefusedException(Refusal.of("career-step-unknown"));
        }
        catalogues.changed(
                caller.organisation(), CatalogueKind.CAREER_STEPS, CatalogueStep.REMOVED, command, 1, 0, cause);
        return ResponseEntity.noContent().build();
    }
}
