package nl.klimrek.acceptance.chaos;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Chaos on three brokers, which are stopped and killed too. */
class ChaosIT extends ChaosSuite {

    @TempDir
    Path folder;

    @Override
    ChaosEngines engines() {
        return ChaosEngines.threeBrokers(folder);
    }
}
