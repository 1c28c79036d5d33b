package nl.klimrek.conversations;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import nl.klimrek.testkit.architecture.PackageRules;

@AnalyzeClasses(packages = "nl.klimrek.conversations", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchTests CYCLES = ArchTests.in(PackageRules.class);
}
