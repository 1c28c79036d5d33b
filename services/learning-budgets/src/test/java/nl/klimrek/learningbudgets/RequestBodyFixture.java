package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.Roster.TODAY;

import com.fasterxml.jackson.databind.JsonNode;
import nl.klimrek.learningbudgets.RunningService.Person;

/** Bodies of requests, with words that must be found nowhere but at home. */
final class RequestBodyFixture {

    static final String WHAT = "zweminstructeur bij de brandweer";
    static final String ALTERNATIVES = "meelopen met de buren";
    static final String REASON = "deze herfst kan niemand gemist worden";
    static final String REFERRAL = "probeer het fonds van de bond";
    static final String RECEIPT = "factuur 2026-0815 van de zwemschool";

    private RequestBodyFixture() {}

    static String budget(String pot, long amount) {
        return budget(pot, amount, TODAY, false);
    }

    static String budget(String pot, long amount, String neededOn, boolean requiredByLaw) {
        return """
                {"what": "%s", "alternatives": "%s", "goal": "g-1a2b", "neededOn": "%s", "requiredByLaw": %b,
                 "shares": [{"pot": "%s", "amount": %d}]}""".formatted(WHAT, ALTERNATIVES, neededOn, requiredByLaw, pot, amount);
    }

    static String refusal() {
        return "{\"reason\": \"%s\", \"alternative\": \"%s\"}".formatted(REASON, REFERRAL);
    }

    static String expense(String pot, long amount) {
        return "{\"receipt\": \"%s\", \"spent\": [{\"pot\": \"%s\", \"amount\": %d}]}".formatted(RECEIPT, pot, amount);
    }

    static JsonNode pot(Person person, String pot) {
        for (JsonNode one : person.get("/mine").body().path("pots")) {
            if (one.path("pot").asText().equals(pot)) {
                return one;
            }
        }
        throw new AssertionError("no pot " + pot);
    }

    static long available(Person person, String pot) {
        return pot(person, pot).path("available").asLong();
    }
}
