package nl.klimrek.servicekit;

import com.mongodb.MongoSecurityException;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klimrek.eventing.mongo.StoreFailure;

/** Recognises that a service could not start because its store did not answer. */
final class StoreUnavailable {

    private StoreUnavailable() {}

    /** Whether a transient failure of the store is the cause. A rejected sign-in is not: it needs another password. */
    static boolean causes(Throwable failure) {
        return StoreFailure.ofCauses(failure) == StoreFailure.TRANSIENT
                && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .noneMatch(MongoSecurityException.class::isInstance);
    }
}
