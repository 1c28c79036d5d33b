package nl.klimrek.benchmarks.process;

import java.util.regex.Pattern;

/** What a thread of the platform works for, by its name. */
public enum ThreadKind {
    READERS("inbox-(?!watch).*"),
    LAG_METRICS("inbox-watch.*|.*admin-client.*"),
    RELAY("relay-.*"),
    PRODUCERS("kafka-producer.*"),
    HEARTBEATS("kafka-coordinator.*"),
    STORE("store.*"),
    STORE_DRIVER("cluster-.*|MaintenanceTimer.*|BufferPool.*|CleanCursors.*"),
    PORTAL_HTTP("http-nio-[^-]*-PORTAL-.*"),
    SERVICE_HTTP("http-nio-.*|HttpClient.*"),
    COMPILER("C1 .*|C2 .*|Sweeper.*|.*Compiler.*"),
    COLLECTOR("VM Thread|GC .*|G1 .*|Reference Handler|Finalizer|Common-Cleaner"),
    BROKER("data-plane.*|kafka-.*|raft-.*|.*ExpirationReaper.*|executor-.*|group-.*|broker-.*|controller-.*|quorum-.*|"
            + "TxnMarker.*|transaction-.*|feature-.*|NodeTo.*|ForwardingManager.*|AlterPartition.*|Log.*|log-.*|"
            + "metrics-.*|.*\\(node.*|ThrottledChannel.*|.*-to-.*channel.*|share-.*|lifecycle.*|SensorExpiry.*"),
    OTHER(".*");

    private final Pattern names;

    ThreadKind(String names) {
        this.names = Pattern.compile(names);
    }

    /**
     * Tells the kind from a thread's name.
     *
     * @param portalPort port in the names of the portal's own threads
     */
    public static ThreadKind of(String name, int portalPort) {
        String known = name.replaceFirst("^(http-nio-.*-)" + portalPort + "-", "$1PORTAL-");
        for (ThreadKind kind : values()) {
            if (kind.names.matcher(known).matches()) {
                return kind;
            }
        }
        return OTHER;
    }
}
