package nl.klimrek.popforms.offer;

import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.CatalogueKind;
import nl.klimrek.popforms.catalogue.CatalogueRepository;
import nl.klimrek.popforms.catalogue.imports.CatalogueFile;
import nl.klimrek.popforms.catalogue.imports.RowCells;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files of offers. */
@Component
final class OfferFile implements CatalogueFile<Offer> {

    private static final long HUNDREDTHS = 100;
    private static final long MINUTES_AN_HOUR = 60;

    private final CatalogueRepository<Offer> offers;

    OfferFile(CatalogueRepository<Offer> offers) {
        this.offers = offers;
    }

    @Override
    public CatalogueKind kind() {
        return CatalogueKind.OFFERS;
    }

    @Override
    public List<String> required() {
        return List.of("code", "title", "place", "mode");
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code", "title", "titleEn", "description", "place", "mode", "hours", "cost", "link", "skills", "until");
    }

    @Override
    public CatalogueRepository<Offer> entries() {
        return offers;
    }

    @Override
    public ReadEntry<Offer> read(RowCells cells) {
        String code = cells.code("code");
        String title = cells.text("title", Offer.TITLE);
        String titleEn = cells.optionalText("titleEn", Offer.TITLE);
        String description = cells.optionalText("description", Offer.DESCRIPTION);
        Offer.Place place = cells.one("place", Offer.Place.class);
        ActivityMode mode = cells.one("mode", ActivityMode.class);
        Integer minutes = minutes(cells.hundredths("hours"));
        Long cost = cells.hundredths("cost");
        String link = cells.link("link");
        var skills = cells.skills("skills");
        var until = cells.day("until");
        return new ReadEntry<>(
                code,
                place == null || mode == null || !cells.faults().isEmpty()
                        ? null
                        : new Offer(
                                code, title, titleEn, description, place, mode, minutes, cost, link, skills, until));
    }

    @Override
    public String name(Offer offer) {
        return offer.title();
    }

    private static @Nullable Integer minutes(@Nullable Long hundredths) {
        return hundredths == null ? null : (int) (hundredths * MINUTES_AN_HOUR / HUNDREDTHS);
    }
}
