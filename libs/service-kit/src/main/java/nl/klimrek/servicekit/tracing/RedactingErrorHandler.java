package nl.klimrek.servicekit.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/** Keeps messages of exceptions out of spans, because they may quote what a person typed. Runs before the tracing handlers. */
final class RedactingErrorHandler implements ObservationHandler<Observation.Context> {

    @Override
    public void onError(Observation.Context context) {
        if (context.getError() != null && !(context.getError() instanceof RedactedException)) {
            context.setError(RedactedException.of(context.getError()));
        }
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }
}
