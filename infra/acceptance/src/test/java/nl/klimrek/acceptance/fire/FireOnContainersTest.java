package nl.klimrek.acceptance.fire;

import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.backend.BackendKind;
import nl.klimrek.testkit.backend.RunsOn;

/** On real Kafka and MongoDB, which are shared with other tests: instances and the way to the engines suffer, brokers stay up. */
@RunsOn(BackendKind.CONTAINERS)
class FireOnContainersTest extends FireSuite {

    @Override
    FireEngines engines() {
        return FireEngines.shared(Backend.containers());
    }
}
