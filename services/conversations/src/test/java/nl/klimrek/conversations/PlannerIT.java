package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Slots from the first look to the second proposal. */
class PlannerIT {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma", "finn", "gwen");
    private final TestClient hr = company.hr();

    @Test
    void the_plan_is_shown_before_anything_is_sent_and_then_is_what_everybody_is_invited_to() {
        String cycle = cycle(182);
        JsonNode dry = hr.post("/cycles/" + cycle + "/plan?dryRun=true").ok().json();
        JsonNode slots = dry.path("plan").path("slots").path("items");
        assertThat(dry.path("proposed").asInt()).isEqualTo(3);
        assertThat(slots).hasSize(3);
        assertThat(dry.path("plan").path("load").path(0).path("conversations").asInt())
                .isEqualTo(3);
        assertThat(dry.path("plan").path("overloads")).isEmpty();
        hr.post("/cycles/" + cycle + "/plan").ok();
        for (JsonNode slot : slots) {
            JsonNode talk = entry(slot.path("employee").asText());
            assertThat(talk.path("conversation")).isEqualTo(slot.path("conversation"));
            assertThat(talk.path("slotStart")).isEqualTo(slot.path("slotStart"));
            assertThat(talk.path("proposedBy").asText()).isEqualTo("COUNTERPART");
            ZonedSlot when = new ZonedSlot(slot);
            assertThat(when.day()).isAfterOrEqualTo(LocalDate.parse(Talk.day(14)));
            assertThat(when.day().getDayOfWeek()).isNotIn(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }

    @Test
    void planning_again_and_two_who_plan_at_once_invite_everybody_once() throws Exception {
        String cycle = cycle(182);
        List<Thread> both = IntStream.range(0, 2)
                .mapToObj(i -> new Thread(() -> hr.post("/cycles/" + cycle + "/plan")))
                .toList();
        both.forEach(Thread::start);
        for (Thread one : both) {
            one.join();
        }
        hr.post("/cycles/" + cycle + "/plan").ok();
        Set<Instant> starts = new HashSet<>();
        for (String person : List.of("emma", "finn", "gwen")) {
            starts.add(Instant.parse(entry(person).path("slotStart").asText()));
        }
        assertThat(starts).hasSize(3);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.published().stream()
                                .filter(fact -> fact.type().contains("conversation-invited")))
                        .hasSize(3));
    }

    @Test
    void a_manager_without_room_is_told_to_hr_with_the_time_short_and_to_themselves() {
        hr.put("/conversations/capacity?manager=mark", json("{'perDay':0,'perWeek':0}"))
                .ok();
        String cycle = cycle(182);
        JsonNode dry = hr.post("/cycles/" + cycle + "/plan?dryRun=true").ok().json();
        assertThat(dry.path("withoutSlot").path("CAPACITY").asInt()).isEqualTo(3);
        assertThat(dry.path("plan").path("without").path(0).path("because").asText())
                .isEqualTo("The manager already has as many conversations as fit.");
        hr.post("/cycles/" + cycle + "/plan").ok();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode found = hr.get("/conversations/overload?all=true")
                    .ok()
                    .json()
                    .path("items")
                    .path(0);
            assertThat(found.path("manager").asText()).isEqualTo("mark");
            assertThat(found.path("minutesShort").asInt()).isEqualTo(3 * 75);
            assertThat(company.as("mark")
                            .get("/conversations/overload")
                            .ok()
                            .json()
                            .path("items"))
                    .hasSize(1);
        });
        hr.put("/conversations/capacity?manager=mark", json("{'perDay':3,'perWeek':8}"))
                .ok();
        hr.post("/cycles/" + cycle + "/plan").ok();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hr.get("/conversations/overload?all=true")
                                .ok()
                                .json()
                                .path("items"))
                        .isEmpty());
        assertThat(entry("emma").path("slotStart").isMissingNode()).isFalse();
    }

    @Test
    void a_new_absence_moves_only_whose_day_it_takes_and_what_was_agreed_stays() {
        hr.post("/cycles/" + cycle(182) + "/plan").ok();
        JsonNode emma = entry("emma");
        JsonNode finn = entry("finn");
        JsonNode gwen = entry("gwen");
        company.as("gwen")
                .post("/conversations/" + gwen.path("conversation").asText() + "/acceptance")
                .ok();
        company.isAbsent("emma", "mark", new ZonedSlot(emma).day(), new ZonedSlot(emma).day());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(entry("emma").path("slotStart")).isNotEqualTo(emma.path("slotStart")));
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(new ZonedSlot(entry("emma")).day()).isNotEqualTo(new ZonedSlot(emma).day());
        assertThat(entry("finn").path("slotStart")).isEqualTo(finn.path("slotStart"));
        company.isAbsent("gwen", "mark", new ZonedSlot(gwen).day(), new ZonedSlot(gwen).day());
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(entry("gwen").path("slotStart")).isEqualTo(gwen.path("slotStart"));
        assertThat(company.typesOf(emma.path("conversation").asText()))
                .containsExactly("conversation-planned", "conversation-invited", "conversation-rescheduled");
    }

    @Test
    void busy_times_are_one_s_own_and_the_planner_keeps_away_from_them() {
        hr.post("/cycles/" + cycle(182) + "/plan").ok();
        JsonNode before = entry("emma");
        TestClient emma = company.as("emma");
        String time = "{'times':[{'start':'%s','end':'%s'}]}"
                .formatted(
                        before.path("slotStart").asText(),
                        before.path("slotEnd").asText());
        String tag = emma.put("/conversations/busy", json(time)).ok().etag();
        assertThat(emma.get("/conversations/busy").json().path("times")).hasSize(1);
        assertThat(company.as("mark").get("/conversations/busy").json().path("times"))
                .isEmpty();
        assertThat(emma.withIfMatch("\"0\"")
                        .put("/conversations/busy", json("{'times':[]}"))
                        .status())
                .isEqualTo(412);
        assertThat(emma.withIfMatch(tag)
                        .put(
                                "/conversations/busy",
                                json("{'times':[{'start':'2026-12-01T10:00:00Z','end':'2026-12-01T09:00:00Z'}]}"))
                        .problem())
                .isEqualTo("400 busy-impossible");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(entry("emma").path("slotStart")).isNotEqualTo(before.path("slotStart")));
    }

    @Test
    void a_calendar_of_another_program_gives_busy_times_and_its_words_are_never_kept() {
        hr.post("/cycles/" + cycle(182) + "/plan").ok();
        JsonNode before = entry("emma");
        TestClient emma = company.as("emma");
        String calendar =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:xylophone\r\nSUMMARY:Xylophone lesson\r\nDTSTART:%s\r\nDTEND:%s\r\n"
                                .formatted(basic(before.path("slotStart")), basic(before.path("slotEnd")))
                        + "END:VEVENT\r\nEND:VCALENDAR\r\n";
        JsonNode given = emma.withContentType("text/calendar")
                .put("/conversations/busy", calendar)
                .ok()
                .json();
        assertThat(given.at("/times/0/start")).isEqualTo(before.path("slotStart"));
        assertThat(emma.withContentType("text/calendar")
                        .put("/conversations/busy", "BEGIN:VCALENDAR\r\nnonsense")
                        .problem())
                .isEqualTo("400 busy-file-unreadable");
        assertThat(emma.withLanguage("nl")
                        .withContentType("text/calendar")
                        .put("/conversations/busy", "nonsense")
                        .text("/title"))
                .isEqualTo("Dit agendabestand is niet te lezen");
        assertThat(emma.get("/conversations/busy").ok().json()).isEqualTo(given);
        assertThat(emma.withContentType("text/calendar")
                        .put("/conversations/busy", calendar + " ".repeat(1_100_000))
                        .status())
                .isEqualTo(413);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(entry("emma").path("slotStart")).isNotEqualTo(before.path("slotStart")));
        assertThat(company.published())
                .noneMatch(fact -> fact.data().toLowerCase(Locale.ROOT).contains("xylophone"));
        AggregateStore<?> busy = (AggregateStore<?>) ConversationsUnderTest.bean("busyTimesStore");
        assertThat(busy.find(Key.of(company.organisation(), "emma"))
                        .orElseThrow()
                        .toString()
                        .toLowerCase(Locale.ROOT))
                .doesNotContain("xylophone");
    }

    private static String basic(JsonNode moment) {
        return moment.asText().replaceAll("[-:]", "");
    }

    @Test
    void capacity_is_for_the_manager_and_hr_and_only_hr_names_delegates() {
        TestClient mark = company.as("mark", Role.EMPLOYEE, Role.MANAGER);
        assertThat(mark.get("/conversations/capacity").ok().json().path("usual").asBoolean())
                .isTrue();
        assertThat(mark.put("/conversations/capacity", json("{'perDay':2,'perWeek':5}"))
                        .ok()
                        .json()
                        .path("perWeek")
                        .asInt())
                .isEqualTo(5);
        assertThat(mark.put("/conversations/capacity", json("{'perDay':2,'perWeek':5,'delegates':['emma']}"))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(mark.put("/conversations/capacity?manager=emma", json("{'perDay':2,'perWeek':5}"))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(mark.get("/conversations/overload?all=true").problem()).isEqualTo("403 forbidden");
        assertThat(hr.put("/conversations/capacity?manager=mark", json("{'perDay':2,'perWeek':5,'delegates':['emma']}"))
                        .ok()
                        .json()
                        .path("delegates")
                        .path(0)
                        .asText())
                .isEqualTo("emma");
        TestClient elsewhere = new Company().joins(null, "otto").hr();
        assertThat(elsewhere
                        .put("/conversations/capacity?manager=mark", json("{'perDay':0,'perWeek':0}"))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(elsewhere.get("/conversations/overload?all=true").json().path("items"))
                .isEmpty();
    }

    @Test
    void a_time_that_became_free_because_its_conversation_moved_is_given_to_the_next() {
        hr.post("/cycles/" + cycle(182) + "/plan").ok();
        String freed = entry("emma").path("slotStart").asText();
        company.as("emma")
                .post(
                        "/conversations/" + entry("emma").path("conversation").asText() + "/counter-proposal",
                        json(Talk.slot(3)))
                .ok();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !freed.equals(entry("emma").path("slotStart").asText()));
        company.joins("mark", "hugo");
        String next = cycle(182);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hr.post("/cycles/" + next + "/plan?dryRun=true")
                                .ok()
                                .json()
                                .path("plan")
                                .path("slots")
                                .path("items")
                                .path(0)
                                .path("slotStart")
                                .asText())
                        .isEqualTo(freed));
        hr.post("/cycles/" + next + "/plan").ok();
        assertThat(entry("hugo").path("slotStart").asText()).isEqualTo(freed);
    }

    /** What a person's list shows, once it has followed. */
    private JsonNode entry(String person) {
        JsonNode[] found = new JsonNode[1];
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            JsonNode items =
                    company.as(person).get("/conversations").ok().json().path("items");
            found[0] = items.path(0);
            return items.size() == 1 && items.path(0).hasNonNull("slotStart");
        });
        return found[0];
    }

    private String cycle(int everyDays) {
        return hr.post(
                        "/cycles",
                        json(
                                "{'rhythm':[{'type':'DEVELOPMENT','everyDays':%d}],'startsOn':'%s'}",
                                everyDays, Talk.day(0)))
                .ok()
                .text("/id");
    }

    private record ZonedSlot(JsonNode entry) {

        LocalDate day() {
            return LocalDate.ofInstant(Instant.parse(entry.path("slotStart").asText()), AMSTERDAM);
        }
    }
}
