package nl.klimrek.learningbudgets;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import nl.klimrek.testkit.architecture.ServiceRules;

@AnalyzeClasses(packages = "nl.klimrek.learningbudgets", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ServiceRules.class);
}
