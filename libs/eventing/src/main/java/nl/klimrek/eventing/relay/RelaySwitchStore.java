package nl.klimrek.eventing.relay;

import nl.klimrek.eventing.relay.RelayControl.Report;
import nl.klimrek.eventing.relay.RelayControl.Setting;

/** Port to the operator's switch of a service's relays. */
public interface RelaySwitchStore {

    /** The present setting; never changed means not paused. */
    Setting setting();

    /** Stores an instance's report in place of its last one. */
    void report(Report report);

    /** Deletes the report of an instance that stops. */
    void forget(String instance);
}
