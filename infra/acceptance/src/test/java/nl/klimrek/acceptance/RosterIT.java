package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Imports a foreign HR export, which may not be shipped. Skipped when it is not beside the project. */
class RosterIT {

    private static final Path EXPORT =
            Command.ROOT.resolve("../shared/rosters/hr-sample-311.csv").normalize();

    @Test
    void every_row_of_a_foreign_export_is_accounted_for() {
        if (!Files.exists(EXPORT)) {
            System.err.println("SKIPPED: the sample HR export is not beside this project");
        }
        assumeThat(EXPORT).exists();
        RunningPlatform platform = RunningPlatform.shared();
        Command.Result loaded = platform.run(
                "infra/hr-events",
                EXPORT.toString(),
                "--map",
                "infra/hr-maps/hr-sample-311.yaml",
                "--organisation",
                "sample",
                "--source",
                "hr-sample");
        assertThat(loaded.exit()).as(loaded.output()).isZero();
        String hr = platform.token("hr", "--organisation", "sample");
        assertThat(platform.get("/api/people/summary", hr).body())
                .contains("\"employed\":207", "\"left\":104", "\"withManager\":163", "\"withoutManager\":44");
        assertThat(loaded.output()).containsPattern("quarantined +0");
    }
}
