package nl.klimrek.admin;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import nl.klimrek.testkit.architecture.CodeRules;
import nl.klimrek.testkit.architecture.PackageRules;

@AnalyzeClasses(packages = "nl.klimrek.admin", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchTests PACKAGES = ArchTests.in(PackageRules.class);

    @ArchTest
    static final ArchTests CODE = ArchTests.in(CodeRules.class);
}
