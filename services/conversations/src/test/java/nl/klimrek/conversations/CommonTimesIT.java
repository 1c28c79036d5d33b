package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.planner.task.HolidayCalendar;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** When two could talk, as each of them sees it. */
class CommonTimesIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private final Company company = new Company()
            .joins(null, "mark")
            .joinsFor(1440, List.of(Weekday.MON, Weekday.TUE, Weekday.THU), "mark", "emma")
            .joins("mark", "otto");
    private final Talk talk = Talk.asked(company, "emma", "mark");
    private final LocalDate monday = weekWithoutHoliday(LocalDate.parse(Talk.day(60)));

    @Test
    void a_day_that_both_work_has_hours_and_any_other_says_who_does_not() {
        JsonNode days = times(talk.employee).path("days");
        assertThat(days).hasSize(7);
        assertThat(days.findValuesAsText("you"))
                .containsExactly(
                        "WORKING", "WORKING", "NOT_WORKING", "WORKING", "NOT_WORKING", "NOT_WORKING", "NOT_WORKING");
        assertThat(days.findValuesAsText("other"))
                .startsWith("WORKING", "WORKING", "WORKING", "WORKING", "NOT_WORKING");
        assertThat(days.get(0).path("opens").asText())
                .isEqualTo(monday.atTime(LocalTime.of(9, 0))
                        .atZone(ZONE)
                        .toInstant()
                        .toString());
        assertThat(days.get(0).path("closes").asText())
                .isEqualTo(monday.atTime(LocalTime.of(17, 0))
                        .atZone(ZONE)
                        .toInstant()
                        .toString());
        assertThat(days.get(2).has("opens")).isFalse();
        assertThat(times(talk.counterpart).path("days").findValuesAsText("other"))
                .isEqualTo(days.findValuesAsText("you"));
    }

    @Test
    void who_is_away_is_away_and_a_holiday_is_one() {
        company.isAbsent("mark", null, monday, monday.plusDays(1));
        assertThat(times(talk.employee).path("days").findValuesAsText("other")).startsWith("AWAY", "AWAY", "WORKING");
        LocalDate kingsDay = LocalDate.of(monday.getYear() + 1, 4, 27);
        assertThat(talk.employee
                        .get("/conversations/" + talk.id + "/times?from=" + kingsDay)
                        .ok()
                        .text("/days/0/you"))
                .isEqualTo("HOLIDAY");
    }

    @Test
    void each_sees_what_they_have_themselves_and_never_what_the_other_has() {
        String busy = "{'times':[{'start':'%sT10:00:00Z','end':'%sT11:00:00Z'}]}".formatted(monday, monday);
        talk.counterpart.put("/conversations/busy", json(busy)).ok();
        String other = talk.counterpart
                .post("/conversations", json("{'type':'CHECK_IN','employee':'otto'}"))
                .ok()
                .text("/id");
        talk.counterpart
                .post(
                        "/conversations/" + other + "/invitation",
                        json("{'slotStart':'%sT13:00:00Z','slotEnd':'%sT14:00:00Z','outside':true}", monday, monday))
                .ok();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode taken = times(talk.counterpart).path("taken");
            assertThat(taken.findValuesAsText("start")).containsExactly(monday + "T10:00:00Z", monday + "T13:00:00Z");
            assertThat(taken.get(1).path("with").asText()).isEqualTo("otto");
            assertThat(taken.get(1).path("conversation").asText()).isEqualTo(other);
        });
        assertThat(times(talk.employee).path("taken")).isEmpty();
    }

    @Test
    void it_begins_with_the_window_and_with_the_moment_on_the_table_once_there_is_one() {
        JsonNode before =
                talk.employee.get("/conversations/" + talk.id + "/times").ok().json();
        assertThat(before.path("days").get(0).path("day").asText())
                .isEqualTo(before.path("windowFrom").asText());
        talk.step(talk.counterpart, "invitation", Talk.outside(Talk.slot(9))).ok();
        assertThat(talk.employee
                        .get("/conversations/" + talk.id + "/times")
                        .ok()
                        .text("/days/0/day"))
                .isEqualTo(Talk.dayOf(Talk.slot(9)));
    }

    @Test
    void nobody_but_the_two_asks() {
        for (TestClient stranger : List.of(company.hr(), company.as("otto", Role.MANAGER, Role.COACH))) {
            assertThat(stranger.get("/conversations/" + talk.id + "/times").problem())
                    .isEqualTo("403 forbidden");
        }
    }

    private static LocalDate weekWithoutHoliday(LocalDate after) {
        HolidayCalendar holidays = ConversationsUnderTest.bean(HolidayCalendar.class);
        return Stream.iterate(after.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), week -> week.plusWeeks(1))
                .filter(week -> week.datesUntil(week.plusDays(7))
                        .noneMatch(day -> holidays.in("nl", day.getYear()).contains(day)))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode times(TestClient reader) {
        return reader.get("/conversations/" + talk.id + "/times?from=" + monday)
                .ok()
                .json();
    }
}
