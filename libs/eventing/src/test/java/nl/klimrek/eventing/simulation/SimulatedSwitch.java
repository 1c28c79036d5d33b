package nl.klimrek.eventing.simulation;

import java.util.HashMap;
import java.util.Map;
import nl.klimrek.eventing.relay.RelayControl.Report;
import nl.klimrek.eventing.relay.RelayControl.Setting;
import nl.klimrek.eventing.relay.RelaySwitchStore;

/** The operator's switch of all relays, and what each instance reported last. */
final class SimulatedSwitch implements RelaySwitchStore {

    private final Map<String, Report> reports = new HashMap<>();
    private Setting setting = new Setting(false, 0);

    void change(boolean paused) {
        setting = new Setting(paused, setting.setting() + 1);
    }

    /** Whether every instance follows the present setting and has nothing in flight, as far as its report says. */
    boolean isFollowed() {
        return reports.values().stream()
                .allMatch(report -> report.setting() == setting.setting() && report.inFlight() == 0);
    }

    @Override
    public Setting setting() {
        return setting;
    }

    @Override
    public void report(Report report) {
        reports.put(report.instance(), report);
    }

    @Override
    public void forget(String instance) {
        reports.remove(instance);
    }
}
