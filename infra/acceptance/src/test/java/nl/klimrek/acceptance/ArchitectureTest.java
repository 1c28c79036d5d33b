package nl.klimrek.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceIndex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

class ArchitectureTest {

    /** Last part of each service's root package. */
    private static final List<String> SERVICES = ServiceIndex.load().values().stream()
            .map(service ->
                    service.getPackageName().substring(service.getPackageName().lastIndexOf('.') + 1))
            .toList();

    private static final String[] TECHNOLOGY = {
        "org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka.."
    };
    private static JavaClasses klimrek;

    @BeforeAll
    static void read() {
        klimrek = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("nl.klimrek");
    }

    @Test
    void every_service_class_is_in_the_index_of_services() {
        assertThat(klimrek.stream()
                        .filter(type -> type.isAnnotatedWith(KlimrekService.class))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(ServiceIndex.load().values().stream()
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void no_service_imports_another() {
        for (String service : SERVICES) {
            String[] others = SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(ArchitectureTest::inside)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(inside(service))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(klimrek);
        }
    }

    @Test
    void libraries_import_no_service() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "nl.klimrek.contracts..",
                        "nl.klimrek.eventing..",
                        "nl.klimrek.servicekit..",
                        "nl.klimrek.planner..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(services())
                .check(klimrek);
    }

    @Test
    void contracts_know_no_technology() {
        noClasses()
                .that()
                .resideInAPackage("nl.klimrek.contracts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .check(klimrek);
    }

    @Test
    void the_machinery_knows_no_contract() {
        noClasses()
                .that()
                .resideInAPackage("nl.klimrek.eventing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.klimrek.contracts..", "nl.klimrek.servicekit..")
                .check(klimrek);
    }

    @Test
    void the_domain_knows_no_technology() {
        noClasses()
                .that(areDomain())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .check(klimrek);
    }

    @Test
    void deciding_code_uses_no_technology() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(services())
                .and(describe(
                        "return a decision",
                        (JavaMethod method) -> method.getRawReturnType().isEquivalentTo(Decision.class)))
                .and(describe(
                        "are not private",
                        (JavaMethod method) ->
                                !method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PRIVATE)))
                .should(beDeclaredWithoutTechnology())
                .check(klimrek);
    }

    @Test
    void time_comes_from_a_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        servicesAnd("nl.klimrek.contracts..", "nl.klimrek.eventing..", "nl.klimrek.servicekit.."))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(klimrek);
        noClasses()
                .that()
                .resideInAnyPackage(servicesAnd("nl.klimrek.contracts..", "nl.klimrek.eventing.."))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(klimrek);
    }

    /** Stores take a {@link Key}, which begins with the organisation; a class that goes around them must be named here. */
    @Test
    void only_the_journal_s_chain_goes_to_the_store_by_itself() {
        noClasses()
                .that()
                .resideInAnyPackage(services())
                .and()
                .resideOutsideOfPackage("nl.klimrek.journal..")
                // Sessions are Spring Session's documents: no organisation's data, found by their own random ids, gone
                // by their time.
                .and()
                .haveNameNotMatching(
                        "nl.klimrek.portal.session.(ExpiredSessionCleanup|ConcurrentSessionRepository|SessionConfiguration)(\\$.*)?")
                // A row for each member is written by an id that comes from a Key.
                .and()
                .resideOutsideOfPackage("nl.klimrek.people.readmodel..")
                .and()
                .haveNameNotMatching("nl.klimrek.insights.shift.(MonthlyCountRepository|FormerMonthShards)")
                .and()
                .haveNameNotMatching("nl.klimrek.people.(PeopleStoreConfiguration|PeopleServiceConfiguration)")
                // A migration or a republication goes over all documents of a service, whatever their organisation.
                .and()
                .haveNameNotMatching("nl.klimrek.people.roster.(DueTimeMigration|RosterRepublisher)")
                // Ids of prompts and of people are read by range; an id begins with its organisation.
                .and()
                .haveNameNotMatching(
                        "nl.klimrek.(reminders.outcomes.OutcomeCounter|reminders.webhooks.SecretSealingJob|conversations.career.KnownPeopleJob)")
                // A list of skills is read whole, by its key, which begins with the organisation.
                .and()
                .haveNameNotMatching("nl.klimrek.popforms.skill.SkillRepository")
                // A catalogue is read whole, by a range that begins with the organisation.
                .and()
                .haveNameNotMatching(
                        "nl.klimrek.popforms.(catalogue.(CatalogueRepository|SkillMatchDocuments)|offer.OfferRepository|career.CareerStepRepository)(\\$.*)?")
                // Long ledgers are found by their length, to be moved by their keys.
                .and()
                .haveNameNotMatching("nl.klimrek.learningbudgets.account.LedgerMigration")
                .and()
                .haveNameNotMatching("nl.klimrek.[a-z]+.[A-Za-z]+Schema")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data.mongodb.."))
                .check(klimrek);
    }

    @Test
    void production_code_knows_no_test() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        servicesAnd("nl.klimrek.eventing..", "nl.klimrek.servicekit..", "nl.klimrek.standalone.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.klimrek.testkit..", "org.junit..")
                .check(klimrek);
        classes()
                .that(resideInAPackage("nl.klimrek.embedded.."))
                .should()
                .onlyBeAccessed()
                .byAnyPackage(
                        "nl.klimrek.embedded..",
                        "nl.klimrek.standalone..",
                        "nl.klimrek.testkit..",
                        "nl.klimrek.benchmarks..")
                .check(klimrek);
    }

    /** Aggregates, values, facts: records and enumerations of a service that are not its configuration. */
    private static DescribedPredicate<JavaClass> areDomain() {
        return describe(
                "are records or enumerations of a service",
                type -> SERVICES.stream()
                                .anyMatch(service -> type.getPackageName().startsWith("nl.klimrek." + service))
                        && !type.getPackageName().startsWith("nl.klimrek.portal")
                        && (type.isRecord() || type.isEnum())
                        && !type.isAnnotatedWith(ConfigurationProperties.class));
    }

    private static ArchCondition<JavaMethod> beDeclaredWithoutTechnology() {
        return new ArchCondition<>("be declared in a class without technology") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getOwner().getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> resideInAnyPackage(TECHNOLOGY).test(dependency.getTargetClass()))
                        .findFirst()
                        .ifPresent(dependency -> events.add(SimpleConditionEvent.violated(
                                method,
                                method.getFullName() + " decides, and its class uses "
                                        + dependency.getTargetClass().getName())));
            }
        };
    }

    private static String inside(String service) {
        return "nl.klimrek." + service + "..";
    }

    private static String[] services() {
        return SERVICES.stream().map(ArchitectureTest::inside).toArray(String[]::new);
    }

    private static String[] servicesAnd(String... more) {
        return java.util.stream.Stream.concat(
                        SERVICES.stream().map(ArchitectureTest::inside), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }
}
