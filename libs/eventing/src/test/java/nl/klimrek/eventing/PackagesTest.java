package nl.klimrek.eventing;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rule of the kit's {@code PackageRules}, which is out of reach here: the kit depends on this module. */
@AnalyzeClasses(packages = "nl.klimrek.eventing", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("nl.klimrek.(**)").should().beFreeOfCycles();
}
