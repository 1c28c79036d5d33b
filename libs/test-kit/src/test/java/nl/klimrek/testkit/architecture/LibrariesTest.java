package nl.klimrek.testkit.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The rules for the libraries that this one uses; they cannot use it themselves. */
@AnalyzeClasses(
        packages = {"nl.klimrek.contracts", "nl.klimrek.servicekit", "nl.klimrek.testkit"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class LibrariesTest {

    @ArchTest
    static final ArchTests PACKAGES = ArchTests.in(PackageRules.class);

    @ArchTest
    static final ArchTests CODE = ArchTests.in(CodeRules.class);

    @ArchTest
    static final ArchRule CONTRACTS_USE_NO_TECHNOLOGY = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("nl.klimrek.contracts..")
            .should()
            .dependOnClassesThat(CodeRules.isTechnology());
}
