package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the platform answered.
 *
 * @param asked method and path
 * @param body JSON; missing where there was none
 * @param etag version of what was answered; null without one
 */
record Answer(String asked, int status, JsonNode body, String etag) {

    boolean ok() {
        return status / 100 == 2;
    }

    /** This answer; fails with what the platform explains when it is a refusal. */
    Answer required() {
        Missing.unless(ok(), "%s was refused with %d %s", asked, status, problem());
        return this;
    }

    /** This answer, which must be a refusal with this code. */
    Answer refused(String code) {
        Missing.unless(!ok(), "%s should have been refused with %s but was done.", asked, code);
        Missing.unless(
                code.equals(code()),
                "%s should have been refused with %s, not with %d %s",
                asked,
                code,
                status,
                problem());
        return this;
    }

    String code() {
        return body.path("code").asText();
    }

    /** Title and explanation as a person reads them. */
    String problem() {
        String errors = body.has("errors") ? " " + body.get("errors") : "";
        return code() + ": " + body.path("title").asText("no title") + ". "
                + body.path("detail").asText("") + errors;
    }

    String text(String field) {
        Missing.unless(body.hasNonNull(field), "The answer to %s has no %s.", asked, field);
        return body.get(field).asText();
    }
}
