package nl.klimrek.embedded.kafka;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * The identity of a node in its cluster; every node is broker and controller.
 *
 * @param id node id, from 1
 * @param clusterId id of the cluster
 * @param controllerPorts loopback ports of the controllers, in the order of the node ids
 */
record ClusterMember(int id, String clusterId, List<Integer> controllerPorts) {

    private static final int MAX_REPLICAS = 3;

    ClusterMember {
        if (id < 1 || id > controllerPorts.size()) {
            throw new IllegalArgumentException("Node " + id + " is not one of " + controllerPorts.size());
        }
        controllerPorts = List.copyOf(controllerPorts);
    }

    /** The only node of a new cluster. */
    static ClusterMember alone(int controllerPort) {
        return new ClusterMember(1, Uuid.randomUuid().toString(), List.of(controllerPort));
    }

    /** Whether there are no other nodes. */
    boolean isAlone() {
        return controllerPorts.size() == 1;
    }

    int controllerPort() {
        return controllerPorts.get(id - 1);
    }

    /** The value of {@code controller.quorum.voters}. */
    String voters() {
        return IntStream.rangeClosed(1, controllerPorts.size())
                .mapToObj(node -> node + "@" + EmbeddedKafka.LOOPBACK + ":" + controllerPorts.get(node - 1))
                .collect(Collectors.joining(","));
    }

    /** Replicas of each partition. */
    int replicas() {
        return Math.min(MAX_REPLICAS, controllerPorts.size());
    }

    /** In-sync replicas that an acknowledged record needs: two of three. */
    int inSync() {
        return Math.max(1, replicas() - 1);
    }
}
