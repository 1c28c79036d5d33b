package nl.klimrek.reminders.wording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptTemplateChanged;
import nl.klimrek.contracts.reminders.TemplateChange;
import nl.klimrek.eventing.Decision;

/**
 * An organisation's own words for one kind of prompt.
 *
 * @param action the kind
 * @param last number of the last version; 0 before the first
 * @param versions the last versions, oldest first; those in use are always among them
 * @param inUse numbers of the versions in use: none for the built-in words alone, two while they are compared, 0 for the built-in
 */
public record OwnTemplate(PromptAction action, int last, List<WordingVersion> versions, List<Integer> inUse) {

    /** Number that stands for the built-in words. */
    public static final int BUILT_IN = 0;

    private static final int MAX_KEPT = 20;

    public OwnTemplate {
        versions = List.copyOf(versions);
        inUse = List.copyOf(inUse);
    }

    /** The beginning: the built-in words. */
    public static OwnTemplate none(PromptAction action) {
        return new OwnTemplate(action, 0, List.of(), List.of());
    }

    /** Saves words, which replace all that were in use. The same words again change nothing. */
    public Decision<OwnTemplate> save(Wording dutch, Wording english, Instant now) {
        if (inUse.size() == 1 && isCurrent(dutch, english)) {
            return Decision.unchanged();
        }
        OwnTemplate next = with(dutch, english, now);
        return next.using(List.of(next.last), TemplateChange.SAVED, next.last);
    }

    /** Saves words that are compared with those in use. The same words again change nothing. */
    public Decision<OwnTemplate> compare(Wording dutch, Wording english, Instant now) {
        if (inUse.size() > 1) {
            return isCurrent(dutch, english) ? Decision.unchanged() : Decision.refuse("template-compared");
        }
        if (isCurrent(dutch, english)) {
            return Decision.refuse("template-same");
        }
        OwnTemplate next = with(dutch, english, now);
        return next.using(List.of(current(), next.last), TemplateChange.COMPARED, next.last);
    }

    /** Ends a comparison. @param version number of the version that stays in use; 0 for the built-in words */
    public Decision<OwnTemplate> choose(int version) {
        if (inUse.size() < 2) {
            return inUse.equals(List.of(version)) || inUse.isEmpty() && version == BUILT_IN
                    ? Decision.unchanged()
                    : Decision.refuse("template-not-compared");
        }
        return inUse.contains(version)
                ? using(version == BUILT_IN ? List.of() : List.of(version), TemplateChange.CHOSEN, version)
                : Decision.refuse("template-not-compared");
    }

    /** Goes back to the built-in words. */
    public Decision<OwnTemplate> reset() {
        return inUse.isEmpty() ? Decision.unchanged() : using(List.of(), TemplateChange.RESET, BUILT_IN);
    }

    /** Number of the version in use; of the first one while two are compared. */
    public int current() {
        return inUse.isEmpty() ? BUILT_IN : inUse.get(0);
    }

    /** The version with this number; empty for the built-in words. */
    public Optional<WordingVersion> version(int number) {
        return versions.stream().filter(each -> each.number() == number).findFirst();
    }

    private boolean isCurrent(Wording dutch, Wording english) {
        return !inUse.isEmpty()
                && version(inUse.get(inUse.size() - 1))
                        .filter(now ->
                                now.dutch().equals(dutch) && now.english().equals(english))
                        .isPresent();
    }

    private OwnTemplate with(Wording dutch, Wording english, Instant now) {
        List<WordingVersion> all = new ArrayList<>(versions);
        all.add(new WordingVersion(last + 1, now, dutch, english));
        for (int at = 0; all.size() > MAX_KEPT && at < all.size(); ) {
            if (inUse.contains(all.get(at).number())) {
                at++;
            } else {
                all.remove(at);
            }
        }
        return new OwnTemplate(action, last + 1, all, inUse);
    }

    private Decision<OwnTemplate> using(List<Integer> next, TemplateChange change, int version) {
        return Decision.accept(
                new OwnTemplate(action, last, versions, next), new PromptTemplateChanged(action, change, version));
    }
}
