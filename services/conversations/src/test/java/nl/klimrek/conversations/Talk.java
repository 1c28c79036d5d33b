package nl.klimrek.conversations;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import nl.klimrek.conversations.Api.Answer;
import nl.klimrek.conversations.planning.availability.PublicHolidays;

/** One conversation between two, step by step. */
final class Talk {

    final String id;
    final Api employee;
    final Api counterpart;

    Talk(String id, Api employee, Api counterpart) {
        this.id = id;
        this.employee = employee;
        this.counterpart = counterpart;
    }

    /** The employee asks for one with the manager. */
    static Talk asked(Company company, String employee, String manager) {
        Api asking = Api.as(employee, company);
        return new Talk(
                asking.post("/conversations", "{'type':'DEVELOPMENT'}").ok().text("/id"),
                asking,
                Api.as(manager, company));
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

    Answer step(Api by, String step, String body) {
        return by.post("/conversations/" + id + "/" + step, body);
    }

    Answer seenBy(Api reader) {
        return reader.get("/conversations/" + id);
    }

    String status() {
        return seenBy(employee).ok().text("/status");
    }
}
