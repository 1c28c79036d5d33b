package nl.klimrek.reminders.sending;

import java.util.ArrayList;
import java.util.List;

/** Kills a sender before or after one of its steps. A step is a write to the store; messages go out between two of them. */
public final class Faults {

    private final List<String> steps = new ArrayList<>();
    private int killAt;

    /** Lets the sender's step of this number be its last, from 1; 0 for none. */
    public void killAt(int step) {
        steps.clear();
        killAt = step;
    }

    /** Names of the steps since the sender was started. */
    public List<String> steps() {
        return List.copyOf(steps);
    }

    void step(String name) {
        steps.add(name);
        if (steps.size() == killAt) {
            throw new Killed(name);
        }
    }

    /** Ends a sender as a lost process ends: no code that handles exceptions sees it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed(String step) {
            super("killed " + step, null, false, false);
        }
    }
}
