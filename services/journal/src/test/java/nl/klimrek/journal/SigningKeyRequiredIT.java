package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside the demo a journal never makes its own signing key. */
class SigningKeyRequiredIT {

    @Test
    void a_journal_without_its_key_does_not_start(@TempDir Path folder) {
        Path missing = folder.resolve("signing-key.pem");
        ServiceUnderTest.Builder journal = ServiceUnderTest.of(JournalService.class, JournalService.NAME)
                .with("klimrek.journal.signing-key", missing);

        assertThatThrownBy(journal::start).hasStackTraceContaining("The signing key " + missing + " does not exist");
    }
}
