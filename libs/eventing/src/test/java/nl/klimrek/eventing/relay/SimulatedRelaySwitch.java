package nl.klimrek.eventing.relay;

import java.time.Clock;

/** The real switch of one process, read when the simulation says so. */
public final class SimulatedRelaySwitch {

    private final RelaySwitch relays;

    public SimulatedRelaySwitch(Broker broker, RelaySwitchStore control, String instance, Clock clock) {
        relays = new RelaySwitch(broker, control, instance, clock);
        relays.refresh();
    }

    /** The broker to send through. */
    public Broker broker() {
        return relays;
    }

    /** Reads the switch and reports. */
    public void refresh() {
        relays.refresh();
    }
}
