package nl.klimrek.servicekit;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A store that could not be reached: nothing is wrong with who asked, or with what. */
final class StoreUnavailable {
    private static final List<Class<? extends RuntimeException>> AWAY = List.of(
            MongoSocketException.class,
            MongoTimeoutException.class,
            MongoConnectionPoolClearedException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class);

    private StoreUnavailable() {}

    /** Whether that is what failed, or a cause of it. */
    static boolean causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> AWAY.stream().anyMatch(away -> away.isInstance(cause)));
    }
}
