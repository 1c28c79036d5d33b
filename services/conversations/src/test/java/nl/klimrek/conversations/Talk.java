package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import nl.klimrek.conversations.planning.availability.PublicHolidays;
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
        return asked(company, employee, manager, "DEVELOPMENT");
    }

    static Talk asked(Company company, String employee, String manager, String type) {
        TestClient asking = company.as(employee);
        return new Talk(
                asking.post("/conversations", json("{'type':'%s'}".formatted(type)))
                        .ok()
                        .text("/id"),
                asking,
                company.as(manager));
    }

    /** An hour on a working day of everybody, at least so many days ahead; another number is another hour. */
    static String slot(int days) {
        ZonedDateTime start = ConversationsUnderTest.clock()
                .instant()
                .atZone(ZoneId.of("Europe/Amsterdam"))
                .plusDays(days)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(9 + days % 7);
        while (start.getDayOfWeek().compareTo(DayOfWeek.THURSDAY) > 0
                || ConversationsUnderTest.bean(PublicHolidays.class)
                        .in("nl", start.getYear())
                        .contains(start.toLocalDate())) {
            start = start.plusDays(1);
        }
        return slot(start.toInstant());
    }

    static String slot(Instant start) {
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

    /** The same slot, of which its sender knows that it is not as usual. */
    static String outside(String slot) {
        return slot.replace("}", ",'outside':true}");
    }

    /** The day of a slot. */
    static String dayOf(String slot) {
        return slot.substring("{'slotStart':'".length(), "{'slotStart':'".length() + 10);
    }

    Talk accepted() {
        return acceptedFor(slot(2));
    }

    Talk acceptedFor(String slot) {
        step(counterpart, "invitation", slot).ok();
        step(employee, "acceptance", slot).ok();
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
