package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.duplicates.EmailOwnership;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.NumberLookup;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.roster.FutureStarterIndex;
import nl.klimrek.people.roster.Hierarchy;
import nl.klimrek.people.roster.PersonRepository;
import nl.klimrek.people.roster.RosterService;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Managers who come later, leave, return, or would be their own manager's manager. */
class HierarchyIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final HrSystem system = new HrSystem(organisation);
    private final TestClient hr = PeopleUnderTest.hr(organisation);

    @Test
    void a_manager_who_arrives_later_leaves_and_returns_takes_the_relation_along() {
        system.employee("10", "2026-01-01", "\"managerNumber\":\"22\"");
        awaitReason("10", "UNKNOWN_NUMBER");
        system.employee("22", "2026-01-01");
        awaitManager("10", "22");
        system.leaves("22", "2026-02-01", "2026-01-31");
        awaitReason("10", "HAS_LEFT");
        system.employee("22", "2026-03-01");
        awaitManager("10", "22");
    }

    @Test
    void a_cycle_is_left_open_and_closes_by_itself_when_the_other_side_moves() {
        system.employee("10", "2026-01-01", "\"managerNumber\":\"22\"");
        system.employee("22", "2026-01-01");
        awaitManager("10", "22");
        system.employee("22", "2026-02-01", "\"managerNumber\":\"10\"");
        awaitReason("22", "CYCLE_IN_HIERARCHY");
        assertThat(hr.get("/without-manager").json().path("items")).hasSize(1);
        system.employee("10", "2026-02-01");
        awaitManager("22", "10");
    }

    @Test
    void a_manager_who_arrives_while_a_report_is_being_stored_is_found() {
        RosterFile file = new RosterFile(organisation);
        Clock arrival = new ClockWithHook(() -> {
            file.row("'employeeNumber':'22','effectiveAt':'2026-01-01','familyName':'Baas','startDate':'2020-01-01'");
            PeopleUnderTest.SERVICE.awaitSettled();
        });
        HrRecord.Upsert record = new HrRecord.Upsert(
                "1", "print", RecordOrder.saidAt(TODAY, Instant.EPOCH), null, null, reportOf("22"), HrField.ALL);
        Person report = rosterWith(arrival)
                .ingest(
                        new Organisation(organisation),
                        new EmployeeNumber("csv", "10"),
                        new NumberLookup(Optional.empty(), true),
                        record,
                        MessageContext.system("test"))
                .person();
        assertThat(report.reporting().manager()).isNotNull();
    }

    @Test
    void nobody_manages_themselves() {
        system.employee("10", "2026-01-01", "\"managerNumber\":\"10\"");
        awaitReason("10", "CYCLE_IN_HIERARCHY");
    }

    @Test
    void two_who_name_each_other_at_once_end_with_one_reporting_line() {
        system.employee("10", "2026-01-01", "\"managerNumber\":\"22\"");
        system.employee("22", "2026-01-01", "\"managerNumber\":\"10\"");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode summary = hr.get("/summary").json();
            assertThat(summary.path("withManager").asInt()).isEqualTo(1);
            assertThat(summary.path("withoutManager").asInt()).isEqualTo(1);
        });
    }

    @Test
    void reports_come_in_pages_in_which_former_reports_leave_no_gap() {
        RosterFile file = new RosterFile(organisation);
        String boss = file.row(report("0", "")).person();
        List<String> reports = IntStream.range(1, 8)
                .mapToObj(i -> file.row(report("r" + i, "0")).person())
                .toList();
        file.nextFile().row(report("r1", ""));
        List<String> current = reports.stream()
                .filter(report -> !report.equals(reports.get(0)))
                .sorted()
                .toList();
        List<String> read = new ArrayList<>();
        String path = "/" + boss + "/reports?limit=4";
        HttpAnswer page = hr.get(path).ok();
        read.addAll(page.json().path("items").findValuesAsText("person"));
        assertThat(read).hasSize(4);
        page = hr.get(path + "&after=" + page.text("/next")).ok();
        read.addAll(page.json().path("items").findValuesAsText("person"));
        assertThat(read).isEqualTo(current);
        assertThat(page.text("/next")).isNull();
    }

    private static String report(String number, String manager) {
        return "'employeeNumber':'" + number + "','effectiveAt':'2026-01-01','familyName':'Naam" + number
                + "','startDate':'2020-01-01','managerNumber':'" + manager + "'";
    }

    @Test
    void a_manager_sees_current_reports_only_and_nobody_sees_across_organisations() {
        system.employee("10", "2026-01-01", "\"managerNumber\":\"22\"");
        system.employee("22", "2026-01-01");
        awaitManager("10", "22");
        String noor = numbered("10").path("person").asText();
        String bram = numbered("22").path("person").asText();
        TestClient manager = PeopleUnderTest.as(bram, organisation, Role.EMPLOYEE, Role.MANAGER);
        assertThat(manager.get("/" + noor).text("/familyName")).isEqualTo("Naam10");
        assertThat(manager.get("/" + noor).text("/employeeNumber")).isNull();
        assertThat(manager.get("/" + bram + "/reports").json().path("items")).hasSize(1);

        assertThat(PeopleUnderTest.as(noor, organisation, Role.EMPLOYEE)
                        .get("/" + bram)
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(PeopleUnderTest.as(bram, "elsewhere", Role.EMPLOYEE, Role.MANAGER)
                        .get("/" + noor)
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(PeopleUnderTest.hr("elsewhere").get("/" + noor).problem()).isEqualTo("403 forbidden");
        assertThat(PeopleUnderTest.hr("elsewhere").get("/" + bram + "/reports").problem())
                .isEqualTo("404 person-unknown");
        for (String path :
                new String[] {"", "/summary", "/without-manager", "/quarantine", "/by-number?source=x&number=1"}) {
            assertThat(manager.get(path).problem()).as(path).isEqualTo("403 forbidden");
        }

        system.employee("10", "2026-02-01");
        awaitReason("10", "NONE_GIVEN");
        assertThat(manager.get("/" + noor).problem()).isEqualTo("403 forbidden");
    }

    private void awaitManager(String number, String manager) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(numbered(number).path("manager").asText("none"))
                        .isEqualTo(numbered(manager).path("person").asText("unknown")));
    }

    private void awaitReason(String number, String reason) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                numbered(number).path("withoutManagerBecause").asText())
                        .isEqualTo(reason));
    }

    private JsonNode numbered(String number) {
        return hr.get("/by-number?source=hr-" + organisation + "&number=" + number)
                .json()
                .path(0);
    }

    /** The service's own roster, with a clock that is read between the lookup of managers and the write. */
    private static RosterService rosterWith(Clock clock) {
        ServiceUnderTest service = PeopleUnderTest.SERVICE;
        return new RosterService(
                service.bean(EmployeeNumberRepository.class),
                service.bean(PersonRepository.class),
                service.bean(Hierarchy.class),
                service.bean(DirectoryService.class),
                service.bean(EmailOwnership.class),
                service.bean(FutureStarterIndex.class),
                clock);
    }

    private static EmployeeFacts reportOf(String managerNumber) {
        return new EmployeeFacts(
                null,
                "Naam",
                null,
                "nl",
                "Europe/Amsterdam",
                null,
                null,
                null,
                managerNumber,
                ContractKind.PERMANENT,
                2160,
                List.of(Weekday.MON),
                LocalDate.of(2020, 1, 1),
                null,
                null,
                null);
    }

    /** Does something the first time it is read. */
    private static final class ClockWithHook extends Clock {
        private final Runnable hook;
        private boolean done;

        private ClockWithHook(Runnable hook) {
            this.hook = hook;
        }

        @Override
        public Instant instant() {
            if (!done) {
                done = true;
                hook.run();
            }
            return PeopleUnderTest.SERVICE.clock().instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
