package nl.klimrek.embedded.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One node of a cluster as a process of its own. Says when it serves, stops in order when it is asked to end, and ends at
 * once when its standard input does: the child of a process that was killed does not stay behind.
 */
final class ClusterNodeMain {

    static final String SERVING = "serving";

    private ClusterNodeMain() {}

    /** Arguments: data folder, port, id of the cluster, id of the node, ports of the controllers with commas in between. */
    public static void main(String[] arguments) {
        PrintStream told = System.out;
        // Whoever started it reads nothing after the one line it waits for; what is logged goes to the file of the
        // errors.
        System.setOut(System.err);
        ClusterMember place = new ClusterMember(
                Integer.parseInt(arguments[3]),
                arguments[2],
                Arrays.stream(arguments[4].split(",")).map(Integer::valueOf).toList());
        // From the beginning: a node that finds no majority of its cluster does not get beyond its start.
        new Thread(ClusterNodeMain::endWithTheOther, "end").start();
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), place);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
        told.println(SERVING);
    }

    private static void endWithTheOther() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("the process that started this one is gone: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}
