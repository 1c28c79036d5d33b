package nl.klimrek.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import nl.klimrek.testkit.architecture.sample.Violations;
import nl.klimrek.testkit.architecture.sample.clean.Timestamp;
import nl.klimrek.testkit.architecture.sample.one.First;
import nl.klimrek.testkit.architecture.sample.two.Second;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    static Stream<Arguments> rulesAndTheirViolations() {
        return Stream.of(
                Arguments.of(CodeRules.TIME_COMES_FROM_AN_INJECTED_CLOCK, Violations.WallClock.class),
                Arguments.of(ServiceRules.A_SERVICE_MAKES_NO_CLOCK, Violations.OwnClock.class),
                Arguments.of(ServiceRules.THE_DOMAIN_USES_NO_TECHNOLOGY, Violations.StoredValue.class),
                Arguments.of(ServiceRules.DECIDERS_USE_NO_TECHNOLOGY, Violations.Decider.class));
    }

    @ParameterizedTest
    @MethodSource("rulesAndTheirViolations")
    void a_rule_finds_its_violation_and_accepts_clean_code(ArchRule rule, Class<?> violation) {
        assertThat(rule.evaluate(read(violation)).hasViolation()).isTrue();
        assertThat(rule.evaluate(read(Timestamp.class)).hasViolation()).isFalse();
    }

    @Test
    void two_packages_that_use_each_other_are_a_cycle() {
        JavaClasses cycle = read(First.class, Second.class);
        assertThat(PackageRules.PACKAGES_HAVE_NO_CYCLES.evaluate(cycle).hasViolation())
                .isTrue();
    }

    @Test
    void packages_below_one_feature_are_no_cycle_of_features() {
        JavaClasses oneFeature = read(First.class, Second.class);
        assertThat(PackageRules.FEATURES_HAVE_NO_CYCLES.evaluate(oneFeature).hasViolation())
                .isFalse();
    }

    @Test
    void a_package_that_is_not_null_marked_is_found() {
        ClassFileImporter importer = new ClassFileImporter();
        assertThat(PackageRules.PACKAGES_ARE_NULL_MARKED
                        .evaluate(importer.importPackagesOf(First.class))
                        .hasViolation())
                .isTrue();
        assertThat(PackageRules.PACKAGES_ARE_NULL_MARKED
                        .evaluate(importer.importPackagesOf(Timestamp.class))
                        .hasViolation())
                .isFalse();
    }

    private static JavaClasses read(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }
}
