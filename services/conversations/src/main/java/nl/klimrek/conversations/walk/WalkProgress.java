package nl.klimrek.conversations.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk has come.
 *
 * @param people people worked on
 * @param failed people for whom the work failed
 * @param rounds finished rounds of a part
 * @param result sum of the results
 */
public record WalkProgress<R>(int people, int failed, int rounds, R result) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    WalkProgress<R> plus(WalkProgress<R> other, BinaryOperator<R> results) {
        return new WalkProgress<>(
                people + other.people,
                failed + other.failed,
                Math.max(rounds, other.rounds),
                results.apply(result, other.result));
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a result that is no JSON", impossible);
        }
    }

    static <R> WalkProgress<R> of(@Nullable String json, Walk<R> walk) {
        if (json == null) {
            return new WalkProgress<>(0, 0, 0, walk.nothing());
        }
        try {
            JsonNode stored = JSON.readTree(json);
            return new WalkProgress<>(
                    stored.path("people").asInt(),
                    stored.path("failed").asInt(),
                    stored.path("rounds").asInt(),
                    JSON.treeToValue(stored.path("result"), walk.type()));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("progress that cannot be read", unreadable);
        }
    }
}
