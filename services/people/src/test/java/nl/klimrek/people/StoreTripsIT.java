package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** What each person of a large file costs the store: a regression here is hours for a large organisation. */
class StoreTripsIT {

    private static final int PEOPLE = 600;
    /** Measured: 16 for a newcomer and 11 for an unchanged person. The rest is room for retries on a busy machine. */
    private static final int MAX_NEW = 19;

    private static final int MAX_UNCHANGED = 13;

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final TestClient hr = PeopleUnderTest.hr(organisation);

    @Test
    void a_person_of_a_file_costs_the_store_a_bounded_number_of_trips_however_many_there_are() {
        StoreTrips before = StoreTrips.now();
        PeopleUnderTest.importing(hr, "?dryRun=false", file());
        awaitEmployed(PEOPLE);
        StoreTrips news = StoreTrips.now().since(before);
        assertThat(news.all()).as("new: %s", news).isBetween((long) PEOPLE, (long) MAX_NEW * PEOPLE);
        before = StoreTrips.now();
        assertThat(PeopleUnderTest.importing(hr, "?dryRun=false", file())
                        .json()
                        .at("/counts/UNCHANGED")
                        .asInt())
                .isEqualTo(PEOPLE);
        StoreTrips unchanged = StoreTrips.now().since(before);
        assertThat(unchanged.all())
                .as("unchanged: %s", unchanged)
                .isBetween((long) PEOPLE, (long) MAX_UNCHANGED * PEOPLE);
    }

    private void awaitEmployed(int people) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(
                                hr.get("/summary").json().path("employed").asInt())
                        .isEqualTo(people));
    }

    private static String file() {
        StringBuilder csv = new StringBuilder(
                "employeeNumber,effectiveAt,familyName,givenName,email,managerNumber,team,startDate\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("P")
                    .append(i)
                    .append(",2026-01-01,Naam")
                    .append(i)
                    .append(",Voor")
                    .append(i)
                    .append(",p")
                    .append(i)
                    .append("@trips.example,")
                    .append(i == 0 ? "" : "P" + (i - 1) / 12)
                    .append(",Team ")
                    .append(i / 12)
                    .append(",2020-01-01\n");
        }
        return csv.toString();
    }
}
