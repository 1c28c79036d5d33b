package nl.klimrek.eventing.simulation;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;

/** Callers that send commands, and repeat some under the same key. */
final class SimulatedClients {

    private static final Organisation ORGANISATION = new Organisation("simulated");
    private static final int MAY_BE_SENT_AGAIN = 20;

    private final World world;
    private final List<Command> sent = new ArrayList<>();
    private long number;

    SimulatedClients(World world) {
        this.world = world;
    }

    /** The next command. */
    Command next() {
        if (!sent.isEmpty() && world.random.of(world.options.repeat())) {
            world.coverage.happened(Fault.COMMAND_REPEATED);
            return world.random.oneOf(sent);
        }
        Command command =
                new Command(Key.of(ORGANISATION, "n" + world.random.below(world.options.aggregates())), "k" + ++number);
        sent.add(command);
        if (sent.size() > MAY_BE_SENT_AGAIN) {
            sent.remove(0);
        }
        return command;
    }

    /** One command; a retry sends the same. */
    record Command(Key aggregate, String key) {
        MessageContext cause() {
            return MessageContext.command("caller", key, "print");
        }
    }
}
