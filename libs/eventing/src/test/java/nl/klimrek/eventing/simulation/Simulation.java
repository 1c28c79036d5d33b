package nl.klimrek.eventing.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.ContendedException;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.OutboxFullException;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.simulation.Instance.Answer;
import org.bson.Document;

/**
 * The whole protocol in one thread: every choice, of who goes next, what fails and what time it is, is drawn from the
 * seed. Safety is checked at every step; then the faults stop, and everything must drain.
 */
final class Simulation {

    private static final Organisation ORGANISATION = new Organisation("simulated");
    private static final int STEPS_TO_DRAIN = 50_000;

    private final long seed;
    private final World world;
    private final List<Instance> instances = new ArrayList<>();
    private final Map<Integer, Integer> committed = new HashMap<>();
    private long commands;
    private int incarnation;
    private int depth;

    Simulation(long seed) {
        this.seed = seed;
        this.world = new World(seed);
        for (int i = 0; i < world.options.instances(); i++) {
            instances.add(born(i));
        }
    }

    /** Runs that many steps with faults, then without until all is quiet. Returns how many events arrived. */
    long run(long steps) {
        try {
            while (world.steps < steps) {
                step();
            }
            drain();
            world.guarantees.settled(values("counters"), values("effects"));
            return world.guarantees.arrivals();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + " at step " + world.steps + " of " + steps + " with " + world.options
                    + ": " + e.getMessage(), e);
        }
    }

    String summary() {
        return world.guarantees.arrivals() + " events, " + world.guarantees.duplicates() + " duplicates, " + incarnation + " lives";
    }

    private void step() {
        world.steps++;
        int who = world.random.nextInt(instances.size());
        Instance instance = instances.get(who);
        if (instance.frozenUntil > world.steps) {
            return;
        }
        try {
            act(instance);
        } catch (Crash e) {
            crash(who);
        } catch (StoreFault | OutboxFullException | ContendedException e) {
            world.now = world.now.plusMillis(1);
        }
    }

    private void act(Instance instance) {
        switch (world.random.nextInt(10)) {
            case 0 -> command(instance);
            case 1, 2 -> instance.relay.pump();
            case 3, 4 -> answer(instance);
            case 5 -> instance.relay.remove();
            case 6 -> instance.relay.sweep(world.random.nextInt(4) == 0);
            case 7 -> instance.relay.retryPostponed();
            case 8 -> consume(instance);
            default -> weather(instance);
        }
    }

    /** Now and then a command is repeated under its old key, as a caller does who got no answer. */
    private void command(Instance instance) {
        if (world.steps > 0 && backlog() > 500) {
            return;
        }
        int which = world.random.nextInt(world.options.aggregates());
        long number = world.random.nextInt(10) == 0 ? commands : ++commands;
        instance.raise(Key.of(ORGANISATION, "n" + (number == commands ? which : Math.floorMod(number, world.options.aggregates()))),
                Cause.command("caller", "k" + number, "print"));
    }

    private int backlog() {
        return instances.stream().mapToInt(instance -> instance.unanswered.size()).sum();
    }

    /** The broker takes records in any order it likes between documents, and may answer other than it did. */
    private void answer(Instance instance) {
        if (instance.unanswered.isEmpty()) {
            return;
        }
        Answer next = instance.unanswered.remove(world.random.nextInt(instance.unanswered.size()));
        boolean refused = world.chance(world.options.brokerFault());
        if (!refused || world.random.nextBoolean()) {
            world.append(next.event());
        }
        next.answer().accept(refused ? new IllegalStateException("timed out") : null);
    }

    private void consume(Instance instance) {
        int partition = world.random.nextInt(world.topic.size());
        List<OutboxEvent> log = world.topic.get(partition);
        int position = instance.position.getOrDefault(partition, committed.getOrDefault(partition, 0));
        if (world.chance(world.options.redeliver())) {
            position = Math.max(0, committed.getOrDefault(partition, 0) - world.random.nextInt(3));
        }
        for (int taken = 0; taken < 20 && position < log.size(); taken++, position++) {
            instance.take(log.get(position));
        }
        instance.position.put(partition, position);
        int reached = position;
        if (world.random.nextBoolean()) {
            committed.merge(partition, reached, Math::max);
            instances.forEach(other -> other.position.merge(partition, reached, Math::max));
        }
    }

    private void weather(Instance instance) {
        world.now = world.now.plusMillis(world.random.nextInt(world.random.nextInt(20) == 0 ? 60_000 : 400));
        if (world.chance(world.options.jump())) {
            instance.clockOffset = Duration.ofSeconds(world.random.nextInt(7_200) - 3_600);
        }
        if (world.chance(world.options.freeze())) {
            instance.frozenUntil = world.steps + world.random.nextInt(200);
            world.now = world.now.plus(Instance.LEASE).plusSeconds(1);
        }
    }

    /** What it had handed to the broker may still be written. */
    private void crash(int who) {
        for (Answer late : instances.get(who).unanswered) {
            if (world.random.nextBoolean()) {
                world.append(late.event());
            }
        }
        instances.set(who, born(who));
    }

    private Instance born(int who) {
        incarnation++;
        String name = world.random.nextBoolean() ? "i" + who : "i" + who + "-" + incarnation;
        return new Instance(world, name, Duration.ofMillis(world.random.nextInt(2_000) - 1_000), this::others);
    }

    /** Others come in between two calls of somebody's step. */
    private void others() {
        if (depth > 2) {
            return;
        }
        depth++;
        try {
            for (int i = world.random.nextInt(3); i >= 0; i--) {
                step();
            }
        } finally {
            depth--;
        }
    }

    private void drain() {
        world.options = world.options.calm();
        instances.forEach(instance -> {
            instance.clockOffset = Duration.ZERO;
            instance.frozenUntil = 0;
        });
        for (int i = 0; i < STEPS_TO_DRAIN; i++) {
            if (i % 50 == 0 && quiet()) {
                return;
            }
            Instance instance = instances.get(world.random.nextInt(instances.size()));
            switch (i % 7) {
                case 0 -> instance.relay.pump();
                case 1, 2 -> answer(instance);
                case 3 -> instance.relay.remove();
                case 4 -> instance.relay.sweep(false);
                case 5 -> instance.relay.retryPostponed();
                default -> consume(instance);
            }
            world.now = world.now.plusMillis(20);
        }
        throw new AssertionError("did not drain: " + values("counters") + " and " + values("effects"));
    }

    private boolean quiet() {
        return world.store.collection("counters").values().stream().allMatch(d -> d.getList("outbox", Document.class).isEmpty())
                && values("counters").equals(values("effects"));
    }

    private Map<String, Long> values(String collection) {
        Map<String, Long> values = new HashMap<>();
        world.store.collection(collection).forEach((id, document) -> values.put(Key.parse(id).id(),
                ((Number) document.get("state", Document.class).get("value")).longValue()));
        return values;
    }
}
