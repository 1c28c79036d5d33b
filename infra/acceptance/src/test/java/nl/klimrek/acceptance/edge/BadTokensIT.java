package nl.klimrek.acceptance.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that every API operation refuses every kind of bad token. */
@ExtendWith(NoSecondAttempt.class)
class BadTokensIT {

    private final EdgePlatform edge = EdgePlatform.shared();
    private final SampleBody bodies = new SampleBody(edge.openApi);

    @Test
    void no_operation_accepts_a_bad_token() {
        Map<String, String> bad = edge.mint.bad(edge.idOf("hr"));
        List<String> taken = new ArrayList<>();
        List<Operation> all = Operation.of(edge.openApi);
        assertThat(all).hasSizeGreaterThan(140);
        for (Operation operation : all) {
            bad.forEach((kind, token) -> check(operation, kind, token, "token-", taken));
            if (!operation.isOpen()) {
                check(operation, "none at all", null, "token-missing", taken);
            }
        }
        assertThat(taken).isEmpty();
    }

    private void check(Operation operation, String kind, String token, String code, List<String> taken) {
        JsonNode body = bodies.of(operation);
        HttpResponse<String> answer = edge.send(
                operation.method(),
                operation.at(name -> "unknown-1"),
                token,
                operation.contentType(),
                body == null ? null : body.toString());
        boolean refused = answer.statusCode() == 401
                && answer.body().contains("\"code\":\"" + code)
                && answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer");
        if (!refused) {
            taken.add(operation + " with a token " + kind + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
