package nl.klimrek.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** Rules for the production code of every module: libraries and services. */
public final class CodeRules {

    @ArchTest
    public static final ArchRule TIME_COMES_FROM_AN_INJECTED_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule PRODUCTION_CODE_USES_NO_TEST_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackages("nl.klimrek.testkit..", "nl.klimrek.acceptance..")
            .should()
            .dependOnClassesThat(resideInAPackage("nl.klimrek.testkit..").or(resideInAPackage("org.junit..")))
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_MODULE_USES_ANOTHER_SERVICE = noClasses()
            .that()
            .resideOutsideOfPackages("nl.klimrek.standalone..", "nl.klimrek.acceptance..", "nl.klimrek.benchmarks..")
            .should(new UseAnotherService())
            .allowEmptyShould(true);

    private CodeRules() {}

    static DescribedPredicate<JavaClass> isTechnology() {
        return describe(
                "technology (Spring, MongoDB, Kafka)",
                type -> type.getPackageName().startsWith("org.springframework")
                        || type.getPackageName().startsWith("com.mongodb")
                        || type.getPackageName().startsWith("org.bson")
                        || type.getPackageName().startsWith("org.apache.kafka"));
    }
}
