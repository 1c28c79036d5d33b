package nl.klimrek.standalone.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A response of the portal.
 *
 * @param asked HTTP method and path of the request
 * @param body JSON; a missing node if there was no body
 * @param etag entity tag; null if there was none
 */
public record ApiResponse(
        String asked, int status, JsonNode body, @Nullable String etag) {

    public boolean ok() {
        return status / 100 == 2;
    }

    /** Returns this response; throws with the problem details if the request was refused. */
    public ApiResponse required() {
        DemoFailure.unless(ok(), "%s was refused with %d %s", asked, status, problem());
        return this;
    }

    /** Returns this response, which must be a refusal with the given code. */
    public ApiResponse refused(String code) {
        DemoFailure.unless(!ok(), "%s should have been refused with %s but was done.", asked, code);
        DemoFailure.unless(
                code.equals(code()),
                "%s should have been refused with %s, not with %d %s",
                asked,
                code,
                status,
                problem());
        return this;
    }

    public String code() {
        return body.path("code").asText();
    }

    /** Title and detail of the problem. */
    public String problem() {
        String errors = body.has("errors") ? " " + body.get("errors") : "";
        return code() + ": " + body.path("title").asText("no title") + ". "
                + body.path("detail").asText("") + errors;
    }

    public String text(String field) {
        DemoFailure.unless(body.hasNonNull(field), "The answer to %s has no %s.", asked, field);
        return body.get(field).asText();
    }
}
