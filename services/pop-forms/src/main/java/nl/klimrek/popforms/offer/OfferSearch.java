package nl.klimrek.popforms.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.contracts.popforms.CatalogueKind;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.popforms.catalogue.CatalogueRepository;
import nl.klimrek.popforms.catalogue.CatalogueService;
import nl.klimrek.popforms.search.IndexCache;
import nl.klimrek.popforms.search.TextIndex;
import nl.klimrek.popforms.skill.ListedSkill;
import nl.klimrek.popforms.skill.SkillLabels;
import nl.klimrek.popforms.skill.SkillListVersion;
import nl.klimrek.popforms.skill.SkillMatch;
import org.springframework.stereotype.Service;

/** Finds offers by what somebody types: in their titles, descriptions and the names of the skills that they teach. */
@Service
public class OfferSearch {

    /** Offers of all organisations together whose index stays in memory. */
    private static final long MOST_INDEXED = 100_000;

    private final CatalogueRepository<Offer> offers;
    private final CatalogueService catalogues;
    private final SkillLabels labels;
    private final Clock clock;
    private final IndexCache<String> indexes = new IndexCache<>(MOST_INDEXED);

    OfferSearch(CatalogueRepository<Offer> offers, CatalogueService catalogues, SkillLabels labels, Clock clock) {
        this.offers = offers;
        this.catalogues = catalogues;
        this.labels = labels;
        this.clock = clock;
    }

    private record MadeOf(long offers, Map<SkillListVersion, Long> skills) {}

    /** The day in the zone that is furthest behind, so that an offer is shown wherever its last day is not over. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
    }

    /** The best open offers for a text. @param language the reader's language */
    List<Offer> find(Organisation organisation, String text, String language, int limit) {
        LocalDate today = today();
        return index(organisation).search(text, language, Integer.MAX_VALUE).stream()
                .map(code -> offers.find(organisation, code).orElse(null))
                .filter(Objects::nonNull)
                .filter(offer -> offer.isOpen(today))
                .limit(limit)
                .toList();
    }

    /** Open offers at any of these places, by title in the reader's language. */
    public List<Offer> at(Organisation organisation, Set<Offer.Place> places, String language) {
        return open(organisation, language).stream()
                .filter(offer -> places.contains(offer.place()))
                .toList();
    }

    /** All open offers, by title in the reader's language. */
    List<Offer> open(Organisation organisation, String language) {
        LocalDate today = today();
        return offers.all(organisation).stream()
                .filter(offer -> offer.isOpen(today))
                .sorted(Comparator.comparing((Offer offer) -> offer.titleIn(language), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Offer::code))
                .toList();
    }

    /** Open offers that teach any of these skills, the shortest first. */
    public List<Offer> teaching(Organisation organisation, Collection<SkillMatch> skills) {
        LocalDate today = today();
        return offers.all(organisation).stream()
                .filter(offer -> offer.isOpen(today) && offer.skills().stream().anyMatch(skills::contains))
                .sorted(Comparator.comparingInt(
                                (Offer offer) -> Objects.requireNonNullElse(offer.effortMinutes(), Integer.MAX_VALUE))
                        .thenComparing(Offer::code))
                .toList();
    }

    private TextIndex<String> index(Organisation organisation) {
        MadeOf madeOf =
                new MadeOf(catalogues.revision(organisation, CatalogueKind.OFFERS), labels.revisions(organisation));
        return indexes.get(organisation, madeOf, () -> {
            List<Offer> all = offers.all(organisation);
            Map<SkillMatch, ListedSkill> names = labels.of(
                    organisation,
                    all.stream().flatMap(offer -> offer.skills().stream()).toList());
            TextIndex.Builder<String> builder = new TextIndex.Builder<>();
            all.forEach(offer -> builder.add(offer.code(), offer.code(), titles(offer), others(offer, names)));
            return builder.build();
        });
    }

    private static Map<String, String> titles(Offer offer) {
        Map<String, String> titles = new HashMap<>(Map.of("nl", offer.title()));
        if (offer.titleEn() != null) {
            titles.put("en", offer.titleEn());
        }
        return titles;
    }

    private static List<String> others(Offer offer, Map<SkillMatch, ListedSkill> names) {
        List<String> others = new ArrayList<>();
        Stream.ofNullable(offer.description()).forEach(others::add);
        offer.skills().stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .flatMap(skill -> skill.names().values().stream())
                .forEach(name -> others.add(name.label()));
        return others;
    }
}
