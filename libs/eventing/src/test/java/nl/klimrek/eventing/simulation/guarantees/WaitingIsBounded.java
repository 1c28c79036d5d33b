package nl.klimrek.eventing.simulation.guarantees;

/**
 * No document holds more pending events than the bound, however long the broker is away.
 *
 * <p>Legal: at most {@code most}. Illegal: one more.
 */
public final class WaitingIsBounded implements Guarantee {

    private final int most;

    public WaitingIsBounded(int most) {
        this.most = most;
    }

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Stored document) {
            check(
                    document.waiting().size() <= most,
                    document.subject() + " has " + document.waiting().size() + " waiting");
        }
    }
}
