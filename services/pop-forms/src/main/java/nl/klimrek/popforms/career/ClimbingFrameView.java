package nl.klimrek.popforms.career;

import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.popforms.skill.SkillMatchView;
import org.jspecify.annotations.Nullable;

/**
 * A climbing frame as its person sees it.
 *
 * @param sideways light ways to look sideways, when no step of the catalogue goes there; else empty
 */
record ClimbingFrameView(
        @Nullable String family,
        List<String> jobs,
        @Nullable String job,
        List<OptionView> options,
        List<LookView> sideways) {

    /**
     * @param there skills it asks that the person has noted
     * @param missing skills it asks that they have not, each with offers that teach it
     */
    record OptionView(
            String code,
            String from,
            String to,
            Direction direction,
            @Nullable String description,
            @Nullable String link,
            List<SkillMatchView> there,
            List<MissingView> missing) {}

    record MissingView(SkillMatchView skill, List<OfferLink> offers) {}

    record OfferLink(String code, String title) {}

    /**
     * A light way to see other work from inside.
     *
     * @param mode how; null for an offer
     * @param offer a place to look that the organisation offers; null for a suggestion
     */
    record LookView(@Nullable ActivityMode mode, @Nullable OfferLink offer) {}
}
