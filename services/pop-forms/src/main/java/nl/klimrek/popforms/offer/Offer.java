package nl.klimrek.popforms.offer;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.popforms.skill.SkillMatch;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere to learn, as HR describes it.
 *
 * @param code its code in the organisation's catalogue
 * @param title what it is, in Dutch
 * @param titleEn the same in English; null where it has none
 * @param description more about it; null for none
 * @param place who offers it
 * @param mode how one learns there
 * @param effortMinutes duration; null when it varies
 * @param costCents price in cents of a euro; null when it is free or not known
 * @param link page about it; null for none
 * @param skills skills that it teaches, by scheme and code
 * @param until last day on which it is offered; null while it is
 */
public record Offer(
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable String description,
        Place place,
        ActivityMode mode,
        @Nullable Integer effortMinutes,
        @Nullable Long costCents,
        @Nullable String link,
        List<SkillMatch> skills,
        @Nullable LocalDate until) {

    static final int TITLE = 200;
    static final int DESCRIPTION = 2000;

    /** Who offers it. */
    public enum Place {
        OWN_ACADEMY,
        SECTOR_PLATFORM,
        CAREER_PLATFORM,
        TRAINING_PROVIDER,
        COLLEAGUE,
        SHADOWING,
        INTERNSHIP,
        OTHER
    }

    public Offer {
        skills = List.copyOf(skills);
    }

    /** Whether it is still offered on a day. */
    boolean isOpen(LocalDate today) {
        return until == null || !until.isBefore(today);
    }

    /** Its title for a reader: in their language where it has one. */
    public String titleIn(String language) {
        return "en".equals(language) && titleEn != null ? titleEn : title;
    }
}
