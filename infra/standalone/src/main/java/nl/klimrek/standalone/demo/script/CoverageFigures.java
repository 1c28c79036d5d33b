package nl.klimrek.standalone.demo.script;

import com.fasterxml.jackson.databind.JsonNode;
import nl.klimrek.standalone.demo.client.DemoUser;

/**
 * The coverage figures that HR sees.
 *
 * @param answer response of the insights service
 */
public record CoverageFigures(JsonNode answer) {

    public static CoverageFigures seenBy(DemoUser hr) {
        return new CoverageFigures(hr.get("/api/insights/coverage"));
    }

    /** Number of people who had a development conversation. */
    public int developed() {
        return answer.path("total").path("byType").path("DEVELOPMENT").asInt();
    }

    public int people() {
        return answer.path("total").path("people").asInt();
    }

    public int teamsHidden() {
        return answer.path("hidden").size();
    }

    public int minimum() {
        return answer.path("minimum").asInt();
    }
}
