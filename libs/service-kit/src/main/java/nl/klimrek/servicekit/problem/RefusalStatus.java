package nl.klimrek.servicekit.problem;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * The HTTP status of a domain refusal, by its code. A service declares one bean for the codes that are not a
 * plain conflict: {@code RefusalStatus.of(Map.of("conversation-unknown", HttpStatus.NOT_FOUND))}. A code nobody names
 * is 409, except that {@code …-unknown} and {@code …-not-found} are 404 and {@code forbidden} and
 * {@code …-forbidden} are 403.
 */
@FunctionalInterface
public interface RefusalStatus {
    Optional<HttpStatus> of(String code);

    static RefusalStatus of(Map<String, HttpStatus> byCode) {
        Map<String, HttpStatus> copy = Map.copyOf(byCode);
        return code -> Optional.ofNullable(copy.get(code));
    }

    static HttpStatus byName(String code) {
        if (code.endsWith("-unknown") || code.endsWith("not-found")) {
            return HttpStatus.NOT_FOUND;
        }
        return code.endsWith("forbidden") ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    }
}
