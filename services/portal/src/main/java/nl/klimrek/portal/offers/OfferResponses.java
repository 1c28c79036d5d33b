package nl.klimrek.portal.offers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Offers, career steps and the climbing frame as pop-forms answers them. */
final class OfferResponses {

    private OfferResponses() {}

    record Skill(String scheme, String code, @Nullable String label) {
        String name() {
            return label == null || label.isBlank() ? code : label;
        }
    }

    record Offer(
            String code,
            String title,
            @Nullable String description,
            String place,
            String mode,
            @Nullable Integer effortMinutes,
            @Nullable Long costCents,
            @Nullable String link,
            @Nullable List<Skill> skills,
            @Nullable LocalDate until) {

        Offer {
            skills = skills == null ? List.of() : List.copyOf(skills);
        }

        @Override
        public List<Skill> skills() {
            return skills == null ? List.of() : skills;
        }
    }

    record Step(String code, String family, String from, String to, String direction) {}

    record OfferLink(String code, String title) {}

    record Missing(Skill skill, List<OfferLink> offers) {}

    record Option(
            String code,
            String from,
            String to,
            String direction,
            @Nullable String description,
            @Nullable String link,
            List<Skill> there,
            List<Missing> missing) {}

    record Look(@Nullable String mode, @Nullable OfferLink offer) {}

    record Frame(
            @Nullable String family,
            List<String> jobs,
            @Nullable String job,
            List<Option> options,
            List<Look> sideways) {}
}
