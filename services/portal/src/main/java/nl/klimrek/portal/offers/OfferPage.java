package nl.klimrek.portal.offers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.frame.ClimbDirection;
import nl.klimrek.portal.offers.OfferResponses.Frame;
import nl.klimrek.portal.offers.OfferResponses.Look;
import nl.klimrek.portal.offers.OfferResponses.Missing;
import nl.klimrek.portal.offers.OfferResponses.Offer;
import nl.klimrek.portal.offers.OfferResponses.Option;
import nl.klimrek.portal.offers.OfferResponses.Skill;
import nl.klimrek.portal.offers.OfferResponses.Step;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/** Says offers and career steps in their reader's language. */
final class OfferPage {

    static final List<String> PLACES = List.of(
            "OWN_ACADEMY",
            "SECTOR_PLATFORM",
            "CAREER_PLATFORM",
            "TRAINING_PROVIDER",
            "COLLEAGUE",
            "SHADOWING",
            "INTERNSHIP",
            "OTHER");

    private static final String LIST = "/plan/offers";

    private final Reader reader;

    OfferPage(Reader reader) {
        this.reader = reader;
    }

    /** @param skills what it teaches; empty when nothing is said about that */
    record OfferLine(
            String code,
            String title,
            String path,
            String meta,
            String description,
            @Nullable String link,
            String skills,
            String mode) {}

    OfferLine offer(Offer offer) {
        List<String> meta = new ArrayList<>();
        meta.add(reader.code("offer-place", offer.place()));
        meta.add(reader.code("mode", offer.mode()));
        if (offer.effortMinutes() != null) {
            meta.add(reader.amount("HOURS", offer.effortMinutes()));
        }
        if (offer.costCents() != null) {
            meta.add(offer.costCents() == 0 ? reader.say("offers.free") : reader.amount("EUR", offer.costCents()));
        }
        if (offer.until() != null) {
            meta.add(reader.say("offers.until", reader.shortDay(offer.until())));
        }
        return new OfferLine(
                offer.code(),
                offer.title(),
                LIST + "/" + offer.code(),
                String.join(" · ", meta),
                offer.description() == null ? "" : offer.description(),
                offer.link(),
                offer.skills().stream().map(Skill::name).collect(Collectors.joining(", ")),
                reader.code("mode", offer.mode()));
    }

    /** A step of HR's catalogue. */
    record StepLine(String code, String title, String meta) {}

    StepLine step(Step step) {
        return new StepLine(
                step.code(),
                step.from() + " → " + step.to(),
                reader.say("offers.step.meta", reader.code("direction", step.direction()), step.family()));
    }

    /** A link of a page. */
    record Link(String text, String path) {}

    /** @param offers where it can be learned */
    record MissingLine(String skill, List<Link> offers) {}

    /** @param goal page on which a goal in this direction begins */
    record OptionCard(
            String to,
            String from,
            String description,
            @Nullable String link,
            String there,
            List<MissingLine> missing,
            String goal) {}

    /** The options of a direction, and where it is in the picture. */
    record Rung(String code, String name, int x, int y, List<OptionCard> options) {}

    /**
     * The climbing frame.
     *
     * @param known whether the roster says the job family and steps are known from it
     * @param jobs jobs from which to begin
     * @param rungs directions, those without options too
     * @param looks ways to look sideways, when no option goes there
     */
    record FramePage(boolean known, @Nullable String job, List<Link> jobs, List<Rung> rungs, List<Link> looks) {}

    FramePage frame(Frame frame, UnaryOperator<String> pathOfJob) {
        Map<String, List<OptionCard>> cards = frame.options().stream()
                .collect(Collectors.groupingBy(
                        Option::direction, Collectors.mapping(option -> card(option, frame), Collectors.toList())));
        return new FramePage(
                !frame.options().isEmpty(),
                frame.job(),
                frame.jobs().stream()
                        .map(job -> new Link(job, pathOfJob.apply(job)))
                        .toList(),
                Stream.of(ClimbDirection.values())
                        .map(direction -> new Rung(
                                direction.code(),
                                reader.code("direction", direction.code()),
                                direction.x(),
                                direction.y(),
                                cards.getOrDefault(direction.code(), List.of())))
                        .toList(),
                frame.sideways().stream().map(this::look).toList());
    }

    private OptionCard card(Option option, Frame frame) {
        return new OptionCard(
                option.to(),
                frame.job() == null ? reader.say("offers.frame.from", option.from()) : "",
                option.description() == null ? "" : option.description(),
                option.link(),
                option.there().stream().map(Skill::name).collect(Collectors.joining(", ")),
                option.missing().stream().map(OfferPage::missing).toList(),
                "/plan/goals/new?direction=" + option.direction());
    }

    private static MissingLine missing(Missing missing) {
        return new MissingLine(
                missing.skill().name(),
                missing.offers().stream()
                        .map(offer -> new Link(offer.title(), LIST + "/" + offer.code()))
                        .toList());
    }

    private Link look(Look look) {
        return look.offer() != null
                ? new Link(look.offer().title(), LIST + "/" + look.offer().code())
                : new Link(reader.say("offers.look." + look.mode()), "/plan/goals/new?direction=SIDE");
    }
}
