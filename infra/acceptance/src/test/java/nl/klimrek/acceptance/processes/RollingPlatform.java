package nl.klimrek.acceptance.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services of a platform behind load balancers, replaced one after another by new processes. */
final class RollingPlatform implements AutoCloseable {

    private final SeparateProcessesPlatform platform;
    private final Map<String, LoadBalancer> balancers = new LinkedHashMap<>();
    private final Map<String, ServiceProcess> running = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();
    private final List<ServiceProcess> replaced = new ArrayList<>();

    /** Starts the engines, and one instance of each service. */
    RollingPlatform(Path folder) throws IOException {
        this.platform = SeparateProcessesPlatform.enginesOnly(folder);
        for (String service : platform.serviceNames()) {
            balancers.put(service, new LoadBalancer(platform.port(service)));
            startInstance(service);
        }
    }

    private ServiceProcess startInstance(String service) {
        int port = platform.freePort();
        ServiceProcess process = platform.start(service, service + "-at-" + port, port);
        balancers.get(service).add(port);
        running.put(service, process);
        ports.put(service, port);
        return process;
    }

    /** The engines, and the addresses behind which the instances are. */
    SeparateProcessesPlatform platform() {
        return platform;
    }

    /** Starts a new instance beside the old one. Returns the old one, which still serves. */
    Predecessor surge(String service) {
        Predecessor old = new Predecessor(running.get(service), ports.get(service), balancers.get(service));
        replaced.add(old.process());
        startInstance(service);
        return old;
    }

    /** Address of the newest instance of a service. */
    String newest(String service) {
        return "http://127.0.0.1:" + ports.get(service);
    }

    /** An instance that has a successor. */
    record Predecessor(ServiceProcess process, int port, LoadBalancer balancer) {

        /** Stops it as a cluster does: the process is told first, the balancer notices. Returns how long it took. */
        Duration stop() {
            Duration took = process.stop();
            balancer.remove(port);
            return took;
        }
    }

    /** The last lines of each process's log, for a failure message. */
    String logTail() {
        StringBuilder tail = new StringBuilder();
        running.values().forEach(process -> tail.append(process.logTail()).append('\n'));
        replaced.forEach(process -> tail.append(process.logTail()).append('\n'));
        return tail.toString();
    }

    @Override
    public void close() {
        running.values().forEach(ServiceProcess::close);
        replaced.forEach(ServiceProcess::close);
        balancers.values().forEach(balancer -> {
            try {
                balancer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        platform.close();
    }
}
