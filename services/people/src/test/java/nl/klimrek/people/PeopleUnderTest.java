package nl.klimrek.people;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;

/** The people service that all tests of this module share. The source {@code hr-<organisation>} speaks for each of them. */
final class PeopleUnderTest {
    /** An organisation whose HR system signs its records. */
    static final String SIGNED = "signed";

    static final String SECRET = "the-secret-of-an-hr-system-that-signs";
    static final ServiceUnderTest SERVICE = start();
    private static final int MAX_ORGANISATIONS = 200;

    private PeopleUnderTest() {}

    /** A client of {@code /api/people} in English. */
    static TestClient as(String person, String organisation, Role... roles) {
        return SERVICE.as(person, organisation, roles).below("/api/people").withLanguage("en");
    }

    static TestClient hr(String organisation) {
        return as("hella", organisation, Role.EMPLOYEE, Role.HR);
    }

    static HttpAnswer importing(TestClient client, String query, String csv) {
        return importing(client, query, csv, UUID.randomUUID().toString());
    }

    static HttpAnswer importing(TestClient client, String query, String csv, String key) {
        return importing(client, query, csv.getBytes(StandardCharsets.UTF_8), "text/csv", key);
    }

    static HttpAnswer importing(TestClient client, String query, byte[] file, String type, String key) {
        return client.send(client.withContentType(type)
                .withIdempotencyKey(key)
                .request("/imports" + query)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static ServiceUnderTest start() {
        ServiceUnderTest.Builder people = ServiceUnderTest.of(PeopleService.class, PeopleService.NAME)
                .with("klimrek.people.sources.hr-" + SIGNED, SIGNED)
                .with("klimrek.people.source-secrets.hr-" + SIGNED, SECRET);
        for (int i = 1; i <= MAX_ORGANISATIONS; i++) {
            people.with("klimrek.people.sources.hr-org" + i, "org" + i);
        }
        return people.start();
    }
}
