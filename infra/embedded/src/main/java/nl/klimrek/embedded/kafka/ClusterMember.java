package nl.klimrek.embedded.kafka;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * The place of a node among the nodes of its cluster, each of them broker and controller.
 *
 * @param id              of this node, from 1
 * @param clusterId       the same for all of them
 * @param controllerPorts where their controllers listen on loopback, in the order of their ids
 */
record ClusterMember(int id, String clusterId, List<Integer> controllerPorts) {

    private static final int MOST_REPLICAS = 3;

    ClusterMember {
        if (id < 1 || id > controllerPorts.size()) {
            throw new IllegalArgumentException("Node " + id + " is not one of " + controllerPorts.size());
        }
        controllerPorts = List.copyOf(controllerPorts);
    }

    /** The only node there is. */
    static ClusterMember alone(int controllerPort) {
        return new ClusterMember(1, Uuid.randomUuid().toString(), List.of(controllerPort));
    }

    int controllerPort() {
        return controllerPorts.get(id - 1);
    }

    /** As {@code controller.quorum.voters} wants it. */
    String voters() {
        return IntStream.rangeClosed(1, controllerPorts.size())
                .mapToObj(node -> node + "@" + EmbeddedKafka.LOOPBACK + ":" + controllerPorts.get(node - 1))
                .collect(Collectors.joining(","));
    }

    /** How many nodes have each record. */
    int replicas() {
        return Math.min(MOST_REPLICAS, controllerPorts.size());
    }

    /** How many must have a record before it counts as acknowledged: one may be missing where there are three. */
    int inSync() {
        return Math.max(1, replicas() - 1);
    }
}
