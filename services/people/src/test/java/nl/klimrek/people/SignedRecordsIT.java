package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.klimrek.contracts.hr.RecordSignature;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Every writer of the inbound topic can put any source into a record; only the HR system itself can sign it. */
class SignedRecordsIT {

    private final HrSystem system = new HrSystem(PeopleUnderTest.SIGNED);
    private final HrSystem other = new HrSystem(ServiceUnderTest.freshOrganisation());
    private final TestClient hr = PeopleUnderTest.hr(PeopleUnderTest.SIGNED);

    @Test
    void a_source_with_a_secret_counts_only_when_it_signed() {
        String data = HrSystem.person("1", "2026-01-01");
        system.send(system.attributes(HrSystem.UPSERTED, "1"), data);
        system.send(signed("a-secret-that-somebody-else-has-made-up", data), data);
        system.send(signed(PeopleUnderTest.SECRET, HrSystem.person("1", "2025-01-01")), data);
        Map<String, String> anothers = new LinkedHashMap<>(other.attributes(HrSystem.UPSERTED, "1"));
        anothers.put("source", "hr-" + PeopleUnderTest.SIGNED);
        other.send(anothers, data);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(figure("quarantined")).isEqualTo(4));
        assertThat(hr.get("/quarantine").json().path("items"))
                .allMatch(item -> item.path("reason").asText().equals("UNKNOWN_SOURCE"));
        assertThat(figure("employed")).isZero();

        system.send(signed(PeopleUnderTest.SECRET, data), data);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(figure("employed")).isEqualTo(1));
    }

    private int figure(String name) {
        return hr.get("/summary").json().path(name).asInt();
    }

    private Map<String, String> signed(String secret, String data) {
        Map<String, String> attributes = new LinkedHashMap<>(system.attributes(HrSystem.UPSERTED, "1"));
        attributes.put(
                RecordSignature.ATTRIBUTE,
                RecordSignature.of(secret, attributes, data.getBytes(StandardCharsets.UTF_8)));
        return attributes;
    }
}
