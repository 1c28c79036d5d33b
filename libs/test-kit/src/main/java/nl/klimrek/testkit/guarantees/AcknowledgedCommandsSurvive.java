package nl.klimrek.testkit.guarantees;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The effect of an acknowledged command is found afterwards, after any failure. The effect of a refused or unanswered one may be found or
 * not.
 *
 * <ul>
 * <li>Legal: acknowledged a, found a. Found b, never acknowledged. Found a before the caller heard so. Found a twice.
 * <li>Illegal: acknowledged a, found nothing. Acknowledged a and b, found b.
 * </ul>
 */
public final class AcknowledgedCommandsSurvive implements Guarantee {

    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> found = new HashSet<>();

    /** The caller was told that this command is stored. */
    public synchronized void acknowledged(String command) {
        acknowledged.add(command);
    }

    /** This command's effect is visible from outside. */
    public synchronized void found(String command) {
        found.add(command);
    }

    @Override
    public String promise() {
        return "acknowledged commands survive";
    }

    @Override
    public synchronized long seen() {
        return acknowledged.size();
    }

    @Override
    public synchronized void judge() {
        Set<String> lost = new TreeSet<>(acknowledged);
        lost.removeAll(found);
        if (!lost.isEmpty()) {
            throw new GuaranteeBroken(
                    this,
                    lost.size() + " of " + acknowledged.size()
                            + " acknowledged commands are nowhere to be found, the first is "
                            + lost.iterator().next());
        }
    }
}
