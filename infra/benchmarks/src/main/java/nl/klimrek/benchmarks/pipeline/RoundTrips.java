package nl.klimrek.benchmarks.pipeline;

/**
 * Numbers of round trips.
 *
 * @param store commands to the store
 * @param broker requests to the broker
 */
record RoundTrips(double store, double broker) {

    RoundTrips minus(RoundTrips earlier) {
        return new RoundTrips(store - earlier.store, broker - earlier.broker);
    }

    RoundTrips plus(RoundTrips more) {
        return new RoundTrips(store + more.store, broker + more.broker);
    }
}
