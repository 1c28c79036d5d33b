package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An answered command is stored and stays so until a restore. Each command is done once, however often it is sent.
 *
 * <p>Legal: stored k1, answered k1, answered k1. Illegal: answered k1 before stored k1; stored k1, stored k1.
 */
public final class AnsweredCommandsSurvive implements Guarantee {

    private final Saved<Set<String>> done = new Saved<>("counters", HashSet::new);

    @Override
    public void observe(Observation observation) {
        done.observe(observation);
        if (observation instanceof Observation.Stored document && document.command() != null) {
            check(
                    done.now()
                            .computeIfAbsent(document.subject(), s -> new HashSet<>())
                            .add(document.command()),
                    document.subject() + ": command " + document.command() + " was done twice");
            check(
                    document.value() == done.now().get(document.subject()).size(),
                    document.subject() + ": "
                            + done.now().get(document.subject()).size() + " commands made " + document.value());
        }
        if (observation instanceof Observation.Answered answer) {
            check(
                    done.now().getOrDefault(answer.subject(), Set.of()).contains(answer.command()),
                    answer.subject() + ": " + answer.command() + " was answered and is not stored");
        }
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        done.now()
                .forEach((subject, commands) -> check(
                        values.get(subject) == commands.size(),
                        subject + ": " + commands.size() + " commands left " + values.get(subject)));
    }
}
