package nl.klimrek.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import nl.klimrek.eventing.Decision;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Every rule for a service's production code. A service applies them by
 * <pre>{@code
 * @AnalyzeClasses(packages = "nl.klimrek.people", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ServiceRules.class);
 * }
 * }</pre>
 */
public final class ServiceRules {

    @ArchTest
    public static final ArchTests CODE = ArchTests.in(CodeRules.class);

    @ArchTest
    public static final ArchTests PACKAGES = ArchTests.in(PackageRules.class);

    /** Aggregates, values and events are records and enums; those that hold configuration are none of these. */
    @ArchTest
    public static final ArchRule THE_DOMAIN_USES_NO_TECHNOLOGY = noClasses()
            .that(areDomain())
            .should()
            .dependOnClassesThat(CodeRules.isTechnology())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule DECIDERS_USE_NO_TECHNOLOGY = methods()
            .that(describe(
                    "return a decision",
                    (JavaMethod method) -> method.getRawReturnType().isEquivalentTo(Decision.class)
                            && !method.getModifiers().contains(JavaModifier.PRIVATE)))
            .should(beDeclaredWithoutTechnology())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule A_SERVICE_MAKES_NO_CLOCK = noClasses()
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .allowEmptyShould(true);

    private ServiceRules() {}

    private static DescribedPredicate<JavaClass> areDomain() {
        return describe(
                "are records or enums without configuration",
                type -> (type.isRecord() || type.isEnum()) && !type.isAnnotatedWith(ConfigurationProperties.class));
    }

    private static ArchCondition<JavaMethod> beDeclaredWithoutTechnology() {
        return new ArchCondition<>("be declared in a class without technology") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getOwner().getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> CodeRules.isTechnology().test(dependency.getTargetClass()))
                        .findFirst()
                        .ifPresent(dependency -> events.add(SimpleConditionEvent.violated(
                                method,
                                method.getFullName() + " decides, and its class uses "
                                        + dependency.getTargetClass().getName())));
            }
        };
    }
}
