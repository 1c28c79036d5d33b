package nl.klimrek.benchmarks.pipeline;

/**
 * Round trips.
 *
 * @param store commands to the store
 * @param broker requests to the broker
 */
record Trips(double store, double broker) {

    Trips minus(Trips earlier) {
        return new Trips(store - earlier.store, broker - earlier.broker);
    }

    Trips plus(Trips more) {
        return new Trips(store + more.store, broker + more.broker);
    }
}
