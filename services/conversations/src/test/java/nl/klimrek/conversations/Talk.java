package nl.klimrek.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import nl.klimrek.conversations.Api.Answer;

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
