package nl.klimrek.learningbudgets;

import static nl.klimrek.testkit.service.TestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import nl.klimrek.testkit.service.TestClient;

/** Bodies of requests, with texts that must occur nowhere outside this service. */
final class RequestBodyFixture {
    static final String WHAT = "zweminstructeur bij de brandweer";
    static final String ALTERNATIVES = "meelopen met de buren";
    static final String REASON = "deze herfst kan niemand gemist worden";
    static final String REFERRAL = "probeer het fonds van de bond";
    static final String RECEIPT = "factuur 2026-0815 van de zwemschool";
    /** A day in the year of the pots. */
    static final String DAY = "2027-11-02";

    private RequestBodyFixture() {}

    static String budget(String pot, long amount) {
        return budget(pot, amount, DAY, false);
    }

    static String budget(String pot, long amount, String neededOn, boolean requiredByLaw) {
        return json("""
                {'what': '%s', 'alternatives': '%s', 'goal': 'g-1a2b', 'neededOn': '%s', 'requiredByLaw': %b,
                 'shares': [{'pot': '%s', 'amount': %d}]}""", WHAT, ALTERNATIVES, neededOn, requiredByLaw, pot, amount);
    }

    static String refusal() {
        return json("{'reason': '%s', 'alternative': '%s'}", REASON, REFERRAL);
    }

    static String expense(String pot, long amount) {
        return json("{'receipt': '%s', 'spent': [{'pot': '%s', 'amount': %d}]}", RECEIPT, pot, amount);
    }

    /** The person's own pot with this id. */
    static JsonNode pot(TestClient person, String pot) {
        for (JsonNode one : person.get("/mine").json().path("pots")) {
            if (one.path("pot").asText().equals(pot)) {
                return one;
            }
        }
        throw new AssertionError("no pot " + pot);
    }

    static long available(TestClient person, String pot) {
        return pot(person, pot).path("available").asLong();
    }
}
