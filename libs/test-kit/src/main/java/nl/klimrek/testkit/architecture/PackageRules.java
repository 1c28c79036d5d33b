package nl.klimrek.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;

/**
 * No package cycles in a module, neither between its features nor between single packages, and every package is null-marked, so that
 * NullAway checks it. A module applies them by
 * <pre>{@code
 * @AnalyzeClasses(packages = "nl.klimrek.people", importOptions = ImportOption.DoNotIncludeTests.class)
 * class PackagesTest {
 *     @ArchTest
 *     static final ArchTests CYCLES = ArchTests.in(PackageRules.class);
 * }
 * }</pre>
 */
public final class PackageRules {

    /** A feature is a package right below the module's own, with all below it. The module's own package counts as one. */
    @ArchTest
    public static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().assignedFrom(new ByPackage("features", 4)).should().beFreeOfCycles();

    @ArchTest
    public static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().assignedFrom(
                    new ByPackage("packages", Integer.MAX_VALUE))
            .should()
            .beFreeOfCycles();

    @ArchTest
    public static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(new ArchCondition<>("be in a package with @NullMarked in its package-info") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getPackageName() + " has no @NullMarked package-info"));
                }
            });

    private PackageRules() {}

    /** Classes of {@code nl.klimrek}, by the first parts of their package. */
    private static final class ByPackage implements SliceAssignment {

        private static final String OURS = "nl.klimrek.";
        private final String description;
        private final int parts;

        private ByPackage(String description, int parts) {
            this.description = description;
            this.parts = parts;
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith(OURS)) {
                return SliceIdentifier.ignore();
            }
            String[] all = name.split("\\.");
            return SliceIdentifier.of(String.join(".", Arrays.copyOf(all, Math.min(parts, all.length))));
        }

        @Override
        public String getDescription() {
            return description;
        }
    }
}
