package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.inbound.SourceBindings;
import nl.klimrek.servicekit.organisations.OrganisationRegistry;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** An organisation that {@code infra/admin organisations open} opened while the service runs. */
class RegisteredSourcesIT {

    private static final ServiceUnderTest SERVICE = PeopleUnderTest.SERVICE;
    private static final String OPENED = "opened-later";

    private final OrganisationRegistry registry =
            new OrganisationRegistry(SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase());
    private final SourceBindings bindings = SERVICE.bean(SourceBindings.class);

    @Test
    void its_records_count_while_it_is_open_and_not_after_it_was_closed() {
        registry.open(OPENED, SERVICE.clock().instant());
        registry.bind("hr-" + OPENED, OPENED, null);
        SERVICE.clock().advance(Duration.ofSeconds(6));
        new HrSystem(OPENED).employee("1", "2026-01-01");
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(() -> assertThat(PeopleUnderTest.hr(OPENED)
                                .get("/by-number?source=hr-" + OPENED + "&number=1")
                                .status())
                        .isEqualTo(200));

        registry.close(OPENED, SERVICE.clock().instant());
        SERVICE.clock().advance(Duration.ofSeconds(6));
        assertThat(bindings.organisationOf("hr-" + OPENED)).isEmpty();
    }

    @Test
    void the_configuration_wins_over_what_was_registered() {
        registry.open("intruder", SERVICE.clock().instant());
        registry.bind("hr-org7", "intruder", null);
        SERVICE.clock().advance(Duration.ofSeconds(6));
        assertThat(bindings.organisationOf("hr-org7")).contains(new Organisation("org7"));
    }
}
