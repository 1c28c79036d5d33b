package nl.klimrek.embedded.kafka;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.embedded.ScramCredentials;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * Settings of a combined broker and controller (KRaft) on a developer's machine. Other settings have Kafka's
 * defaults.
 */
record BrokerSettings(
        Path logFolder,
        String host,
        int port,
        ClusterMember place,
        Optional<BrokerAccess> access,
        Map<String, String> overrides) {

    BrokerSettings(Path logFolder, String host, int port, ClusterMember place, Optional<BrokerAccess> access) {
        this(logFolder, host, port, place, access, Map.of());
    }

    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "CLIENT";
    private static final int MEBI = 1024 * 1024;

    Map<String, String> properties() {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(node());
        access.ifPresent(known -> settings.putAll(guarded(known)));
        settings.putAll(replicas());
        settings.putAll(smallFootprint());
        settings.putAll(idle());
        settings.putAll(overrides);
        return settings;
    }

    /** The advertised host: this machine's name if the broker listens on a wildcard address. */
    String advertisedHost() {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress()
                    ? InetAddress.getLocalHost().getCanonicalHostName()
                    : host;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Unknown host " + host, e);
        }
    }

    private Map<String, String> node() {
        // The controller is reached from this machine only, so it always listens on loopback.
        String controller = EmbeddedKafka.LOOPBACK + ":" + place.controllerPort();
        String protocol = access.isPresent() ? ":SASL_PLAINTEXT" : ":PLAINTEXT";
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(place.id()),
                "controller.quorum.voters",
                place.voters(),
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listeners",
                CLIENT_LISTENER + "://" + bracketed(host) + ":" + port + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners",
                CLIENT_LISTENER + "://" + bracketed(advertisedHost()) + ":" + port,
                "listener.security.protocol.map",
                CLIENT_LISTENER + protocol + "," + CONTROLLER_LISTENER + protocol,
                "inter.broker.listener.name",
                CLIENT_LISTENER,
                "log.dirs",
                logFolder.toString(),
                // A mistyped topic name must fail, not create a topic.
                "auto.create.topics.enable",
                "false");
    }

    /** Every client authenticates, at the controller too, and may do only what is granted. */
    private static Map<String, String> guarded(BrokerAccess access) {
        Map<String, String> settings = new HashMap<>();
        settings.put("sasl.enabled.mechanisms", BrokerAccess.MECHANISM);
        settings.put("sasl.mechanism.inter.broker.protocol", BrokerAccess.MECHANISM);
        settings.put("sasl.mechanism.controller.protocol", BrokerAccess.MECHANISM);
        for (String listener : List.of(CLIENT_LISTENER, CONTROLLER_LISTENER)) {
            String prefix = "listener.name." + listener.toLowerCase(Locale.ROOT) + "."
                    + BrokerAccess.MECHANISM.toLowerCase(Locale.ROOT) + ".";
            settings.put(prefix + "sasl.jaas.config", access.serverLogin());
            settings.put(prefix + "sasl.server.callback.handler.class", ScramCredentials.class.getName());
        }
        settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
        settings.put("super.users", "User:" + access.admin());
        return settings;
    }

    private Map<String, String> replicas() {
        String replicas = Integer.toString(place.replicas());
        String inSync = Integer.toString(place.inSync());
        return Map.of(
                "default.replication.factor", replicas,
                "min.insync.replicas", inSync,
                "offsets.topic.replication.factor", replicas,
                "transaction.state.log.replication.factor", replicas,
                "transaction.state.log.min.isr", inSync,
                // No further members are expected before the first assignment.
                "group.initial.rebalance.delay.ms", "0",
                // After a kill the controller admits the broker only when the old session has expired. The default of 9
                // s makes such a start take 13 s; a much shorter one expires when a busy machine stalls.
                "broker.session.timeout.ms", "6000",
                "broker.heartbeat.interval.ms", "2000");
    }

    /**
     * The only controller has no standby that waits for its sign of life, so while nothing changes it writes nothing. A request
     * handler wakes up three times a second, and the controller has as many as the broker.
     */
    private Map<String, String> idle() {
        return place.isAlone() ? Map.of("metadata.max.idle.interval.ms", "0", "num.io.threads", "1") : Map.of();
    }

    private static Map<String, String> smallFootprint() {
        return Map.ofEntries(
                Map.entry("num.network.threads", "1"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 * MEBI)),
                // Each open segment reserves its index in advance: with many small partitions the default of 10 MiB is
                // mostly air.
                Map.entry("log.segment.bytes", Integer.toString(128 * MEBI)),
                Map.entry("log.index.size.max.bytes", Integer.toString(MEBI)));
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }
}
