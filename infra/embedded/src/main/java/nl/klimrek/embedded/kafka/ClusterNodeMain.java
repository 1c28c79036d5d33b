package nl.klimrek.embedded.kafka;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import nl.klimrek.embedded.ParentBoundMain;

/**
 * Main class of a cluster node's process. Prints a line when it serves requests, and stops cleanly on SIGTERM. It
 * halts when its standard input ends, so it never outlives its parent.
 */
final class ClusterNodeMain {

    static final String SERVING = "serving";

    private ClusterNodeMain() {}

    /** Arguments: data folder, port, id of the cluster, id of the node, ports of the controllers with commas in between. */
    public static void main(String[] arguments) {
        PrintStream told = System.out;
        // The parent reads only one line of output, so log lines go to standard error.
        System.setOut(System.err);
        ClusterMember place = new ClusterMember(
                Integer.parseInt(arguments[3]),
                arguments[2],
                Arrays.stream(arguments[4].split(",")).map(Integer::valueOf).toList());
        // Started first, because a node without a majority never finishes its start.
        ParentBoundMain.haltWithParent();
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), place);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
        told.println(SERVING);
    }
}
