package nl.klimrek.eventing.simulation.guarantees;

/**
 * Fields of a newer version survive a write by the version before, which never writes a document of a newer schema. The newer version counts in {@code newer} what {@code value} counts, so a write by the version before shows.
 *
 * <p>Legal: newer 3, newer 3. Illegal: newer 3, newer 0; in a document of schema 1: value 4, newer 3.
 */
public final class NewerFieldsSurvive implements Guarantee {

    private final Saved<Long> newest = new Saved<>("counters", newer -> newer);

    @Override
    public void observe(Observation observation) {
        newest.observe(observation);
        if (observation instanceof Observation.Stored document && document.command() != null) {
            long before = newest.now().getOrDefault(document.subject(), 0L);
            check(document.newer() >= before, document.subject() + ": newer " + document.newer() + " after " + before);
            check(
                    document.schema() == 0 || document.newer() == document.value(),
                    document.subject() + ": the version before wrote a document of schema " + document.schema());
            newest.now().put(document.subject(), document.newer());
        }
    }
}
