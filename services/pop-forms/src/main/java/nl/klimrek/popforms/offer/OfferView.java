package nl.klimrek.popforms.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.popforms.skill.ListedSkill;
import nl.klimrek.popforms.skill.SkillMatch;
import nl.klimrek.popforms.skill.SkillMatchView;
import org.jspecify.annotations.Nullable;

/**
 * An offer as a reader sees it.
 *
 * @param title in the reader's language, where it has one
 */
record OfferView(
        String code,
        String title,
        @Nullable String description,
        Offer.Place place,
        ActivityMode mode,
        @Nullable Integer effortMinutes,
        @Nullable Long costCents,
        @Nullable String link,
        List<SkillMatchView> skills,
        @Nullable LocalDate until) {

    static OfferView of(Offer offer, Map<SkillMatch, ListedSkill> names, String reader) {
        return new OfferView(
                offer.code(),
                offer.titleIn(reader),
                offer.description(),
                offer.place(),
                offer.mode(),
                offer.effortMinutes(),
                offer.costCents(),
                offer.link(),
                offer.skills().stream()
                        .map(skill -> SkillMatchView.of(skill, names, reader))
                        .toList(),
                offer.until());
    }
}
