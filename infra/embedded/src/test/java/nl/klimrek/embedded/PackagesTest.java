package nl.klimrek.embedded;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The module's rules; {@code libs/test-kit} depends on this module, so its rules cannot be used here. */
@AnalyzeClasses(packages = "nl.klimrek.embedded", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("nl.klimrek.(**)").should().beFreeOfCycles();
}
