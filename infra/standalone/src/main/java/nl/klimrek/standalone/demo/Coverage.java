package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who had a conversation, as HR sees it.
 *
 * @param answer what insights answers
 */
record Coverage(JsonNode answer) {

    static Coverage seenBy(Person hr) {
        return new Coverage(hr.get("/api/insights/coverage"));
    }

    /** How many people in all had a development conversation. */
    int developed() {
        return answer.path("total").path("byType").path("DEVELOPMENT").asInt();
    }

    int people() {
        return answer.path("total").path("people").asInt();
    }

    int teamsHidden() {
        return answer.path("hidden").size();
    }

    int minimum() {
        return answer.path("minimum").asInt();
    }
}
