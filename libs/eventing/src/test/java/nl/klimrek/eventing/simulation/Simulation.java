package nl.klimrek.eventing.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.klimrek.eventing.aggregate.ContentionException;
import nl.klimrek.eventing.aggregate.NewerSchemaException;
import nl.klimrek.eventing.outbox.OutboxFullException;
import nl.klimrek.eventing.simulation.ServiceInstance.Answer;
import nl.klimrek.eventing.simulation.guarantees.Observation;

/**
 * The whole protocol in one thread. Every choice is drawn from the seed: the next instance, faults, delays and time. Safety:
 * every guarantee judges every observation while faults occur. Liveness: then the faults stop, and everything must drain.
 */
final class Simulation {

    private static final int STEPS_TO_DRAIN = 100_000;
    private static final int DEEPEST = 2;

    private final long seed;
    private final SimulationOptions options;
    private final World world;
    private final List<ServiceInstance> instances = new ArrayList<>();
    private int lives;
    private int depth;

    /** The run of this seed, with the options drawn from it. */
    Simulation(long seed) {
        this(seed, SimulationOptions.drawn(new Random(seed)));
    }

    /** The run of this seed with these options, as a failure printed them. */
    Simulation(long seed, SimulationOptions options) {
        this.seed = seed;
        this.options = options;
        this.world = new World(seed, options);
        for (int i = 0; i < options.instances(); i++) {
            instances.add(born(i));
        }
    }

    World world() {
        return world;
    }

    /** Runs that many steps with faults, then without until all is quiet. */
    void run(long steps) {
        try {
            while (world.steps < steps) {
                step();
            }
            drain();
            world.letters.settle(instances.get(0));
            world.roster.settle();
            world.history.settled(world.store.values("counters"), world.store.values("effects"));
        } catch (AssertionError e) {
            throw new AssertionError(
                    "%s%nseed %d at step %d of %d with %s%nrepeat with -Dklimrek.seed=%d '-Dklimrek.simulation.options=%s'%n%s"
                            .formatted(
                                    e.getMessage(),
                                    seed,
                                    world.steps,
                                    steps,
                                    options,
                                    seed,
                                    options,
                                    world.history.newest()),
                    e);
        }
    }

    private void step() {
        world.steps++;
        world.growth.goOn();
        ServiceInstance instance = world.random.oneOf(instances);
        if (instance.frozenUntil > world.steps) {
            return;
        }
        try {
            act(instance);
        } catch (ProcessCrash e) {
            crash(instance);
        } catch (NewerSchemaException e) {
            world.coverage.happened(Fault.NEWER_SCHEMA_REFUSED);
        } catch (TransientFault | OutboxFullException | ContentionException e) {
            world.now = world.now.plusMillis(1);
        }
        instance.check();
    }

    private void act(ServiceInstance instance) {
        switch (world.random.below(16)) {
            case 0, 1 -> instance.raise();
            case 2, 3 -> instance.relay.sendReady();
            case 4, 5, 6 -> instance.answer();
            case 7 -> instance.relay.deleteAcknowledged();
            case 8 -> instance.relay.sweep(world.random.below(4) == 0);
            case 9 -> instance.relay.retryPostponed();
            case 10, 11, 12 -> instance.reading.step();
            case 13 -> instance.relays.refresh();
            case 14 -> instance.watch();
            default -> new FaultInjector(world, instance, this::restart).change(instances.size());
        }
    }

    /** Records in flight may still be written. */
    private void crash(ServiceInstance instance) {
        if (instance.dead) {
            return;
        }
        kill(instance);
        instances.set(instance.number, born(instance.number));
    }

    private void kill(ServiceInstance instance) {
        instance.dead = true;
        world.relaySwitch.forget(instance.name);
        instance.unanswered.stream().map(Answer::sent).forEach(world.topic::abandoned);
    }

    /** Stops all instances, waits until nothing is under way, and starts them after this. */
    private void restart(Runnable meanwhile) {
        instances.forEach(this::kill);
        world.topic.settle();
        meanwhile.run();
        instances.replaceAll(stopped -> born(stopped.number));
    }

    /** Some come back under their name, some under another. */
    private ServiceInstance born(int number) {
        String name = world.random.half() ? "i" + number : "i" + number + "-" + ++lives;
        world.history.add(new Observation.Began(name));
        return new ServiceInstance(world, number, name, this::others);
    }

    /** Other instances take steps between two calls of one step. */
    private void others(int steps) {
        if (depth == DEEPEST) {
            return;
        }
        depth++;
        try {
            for (int i = 0; i < steps; i++) {
                step();
            }
        } finally {
            depth--;
        }
    }

    /** Liveness: no fault occurs any more, and instances only do what a running process does by itself. */
    private void drain() {
        world.options = options.calm();
        world.brokerAwayUntil = 0;
        world.topic.calm();
        world.growth.resume();
        world.store.replicate();
        world.upgraded = true;
        restart(() -> {});
        instances.forEach(instance -> {
            instance.clockOffset = Duration.ZERO;
            instance.frozenUntil = 0;
        });
        for (int i = 0; i < STEPS_TO_DRAIN; i++) {
            if (i % 50 == 0 && world.quiet()) {
                return;
            }
            ServiceInstance instance = world.random.oneOf(instances);
            switch (world.random.below(9)) {
                case 0 -> instance.relay.sendReady();
                case 1, 2 -> instance.answer();
                case 3 -> instance.relay.deleteAcknowledged();
                case 4 -> instance.relay.sweep(false);
                case 5 -> instance.relay.retryPostponed();
                case 6 -> world.topic.lateArrival();
                case 7 -> instance.relays.refresh();
                default -> instance.reading.step();
            }
            world.now = world.now.plusMillis(20);
        }
        throw new AssertionError(
                "did not drain: " + world.store.values("counters") + ", effects " + world.store.values("effects"));
    }
}
