package nl.klimrek.standalone.demo;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.PromptSent;

/** Who was asked for what, and what became of it, from the facts of the reminders. */
final class Prompts {

    private final Facts facts;
    private final Map<String, String> personIds = new TreeMap<>();

    Prompts(Facts facts) {
        this.facts = facts;
    }

    /** Waits until somebody will be asked for this step; the prompt's id. */
    String planned(PromptAction action, Person actor) {
        return facts.await(actor.name() + " will be asked to " + action, PromptScheduled.class, of(action, actor))
                .text("prompt");
    }

    /** Waits until somebody was asked. */
    void sent(PromptAction action, Person actor) {
        String prompt = planned(action, actor);
        facts.await(
                actor.name() + " was asked to " + action, PromptSent.class, sent -> prompt.equals(sent.text("prompt")));
    }

    /** Waits until nobody asks any more, and says why: acted upon, or no longer needed. */
    String settled(PromptAction action, Person actor) {
        String prompt = planned(action, actor);
        return Patience.until(actor.name() + " is no longer asked to " + action, () -> ending(prompt));
    }

    private Optional<String> ending(String prompt) {
        return facts.untilNow().stream()
                .filter(fact -> prompt.equals(fact.text("prompt")))
                .reduce((earlier, later) -> later)
                .flatMap(last -> last.is(PromptActed.class)
                        ? Optional.of("acted upon")
                        : last.is(PromptCancelled.class)
                                ? Optional.of("cancelled, no longer needed")
                                : Optional.empty());
    }

    /** What the reminders did for these two, counted. */
    Counts counted(Person one, Person other) {
        Counts counts = new Counts();
        facts.untilNow().stream()
                .filter(by(one).or(by(other)))
                .forEach(fact -> kindOf(fact).ifPresent(counts::add));
        return counts;
    }

    private static Optional<String> kindOf(Fact fact) {
        return fact.is(PromptScheduled.class)
                ? Optional.of("planned")
                : fact.is(PromptSent.class)
                        ? Optional.of("sent")
                        : fact.is(PromptActed.class)
                                ? Optional.of("acted upon")
                                : fact.is(PromptCancelled.class) ? Optional.of("cancelled") : Optional.empty();
    }

    private Predicate<Fact> of(PromptAction action, Person actor) {
        return by(actor).and(fact -> action.name().equals(fact.text("action")));
    }

    private Predicate<Fact> by(Person actor) {
        String id = personIds.computeIfAbsent(actor.name(), name -> actor.id());
        return fact -> id.equals(fact.text("actor"));
    }
}
