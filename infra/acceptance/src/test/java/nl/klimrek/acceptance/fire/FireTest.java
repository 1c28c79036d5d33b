package nl.klimrek.acceptance.fire;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** On three brokers that are stopped and killed too. */
class FireTest extends FireSuite {

    @TempDir
    Path folder;

    @Override
    FireEngines engines() {
        return FireEngines.threeBrokers(folder);
    }
}
