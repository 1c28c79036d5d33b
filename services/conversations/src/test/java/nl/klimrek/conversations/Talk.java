package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;

/** One conversation between two, step by step. */
final class Talk {

    final String id;
    final TestClient employee;
    final TestClient counterpart;

    Talk(String id, TestClient employee, TestClient counterpart) {
        this.id = id;
        this.employee = employee;
        this.counterpart = counterpart;
    }

    /** The employee asks for one with the manager. */
    static Talk asked(Company company, String employee, String manager) {
        TestClient asking = company.as(employee);
        return new Talk(
                asking.post("/conversations", json("{'type':'DEVELOPMENT'}"))
                        .ok()
                        .text("/id"),
                asking,
                company.as(manager));
    }

    static String slot(int days) {
        Instant start = ConversationsUnderTest.clock()
                .instant()
                .plus(Duration.ofDays(days))
                .truncatedTo(ChronoUnit.HOURS);
        return "{'slotStart':'%s','slotEnd':'%s'}".formatted(start, start.plus(Duration.ofHours(1)));
    }

    static String day(int ahead) {
        return ConversationsUnderTest.clock()
                .instant()
                .atZone(ZoneId.of("Europe/Amsterdam"))
                .toLocalDate()
                .plusDays(ahead)
                .toString();
    }

    Talk accepted() {
        step(counterpart, "invitation", slot(2)).ok();
        step(employee, "acceptance", slot(2)).ok();
        return this;
    }

    Talk recorded() {
        accepted();
        step(employee, "holding", "{'questions':['energy','pride','five-years']}")
                .ok();
        step(counterpart, "report", "{'text':'Emma wants to try the zebrafish laboratory.'}")
                .ok();
        return this;
    }

    Talk confirmed() {
        recorded();
        step(employee, "confirmation", "{'version':1}").ok();
        step(counterpart, "confirmation", "{'version':1}").ok();
        return this;
    }

    HttpAnswer step(TestClient by, String step, String body) {
        return by.post("/conversations/" + id + "/" + step, json(body));
    }

    HttpAnswer seenBy(TestClient reader) {
        return reader.get("/conversations/" + id);
    }

    String status() {
        return seenBy(employee).ok().text("/status");
    }
}
