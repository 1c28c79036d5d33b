package nl.klimrek.acceptance.chaos;

import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.backend.BackendKind;
import nl.klimrek.testkit.backend.RunsOn;

/** Chaos on real Kafka and MongoDB. Other tests share these, so only instances and their connections get faults. */
@RunsOn(BackendKind.CONTAINERS)
class ChaosOnContainersIT extends ChaosSuite {

    @Override
    ChaosEngines engines() {
        return ChaosEngines.shared(Backend.containers());
    }
}
