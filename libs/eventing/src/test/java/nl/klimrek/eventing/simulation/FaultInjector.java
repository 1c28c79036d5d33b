package nl.klimrek.eventing.simulation;

import java.time.Duration;
import java.util.function.Consumer;

/** Injects faults into a process and its surroundings, and lets time pass. */
record FaultInjector(World world, ServiceInstance instance, Consumer<Runnable> restart) {

    private static final int HOUR = 3_600;

    void change(int instances) {
        SeededRandom random = world.random;
        SimulationOptions options = world.options;
        world.now = world.now.plusMillis(random.below(random.below(20) == 0 ? 60_000 : 400));
        if (random.of(200)) {
            world.topic.lateArrival();
        }
        if (random.of(options.jump())) {
            jump(random.half() ? 1 : -1);
        }
        if (random.of(options.freeze())) {
            freeze();
        }
        if (random.of(options.brokerAway())) {
            world.brokerAwayUntil = world.steps + random.below(300);
            world.coverage.happened(Fault.BROKER_AWAY);
        }
        if (random.of(options.rebalance())) {
            world.group.move(random.below(world.topic.partitions()), random.below(instances));
            world.coverage.happened(Fault.PARTITION_MOVED);
        }
        if (random.of(options.election())) {
            world.store.election();
        }
        world.growth.tick();
        if (random.of(options.retention())) {
            world.topic.deleteOldest();
        }
        world.letters.tick(instance);
        world.restores.tick(restart);
        world.roster.tick();
        if (random.of(options.poison())) {
            world.topic.poison();
        }
    }

    private void jump(int direction) {
        instance.clockOffset = Duration.ofSeconds((long) direction * world.random.below(HOUR + 1));
        world.coverage.happened(direction > 0 ? Fault.CLOCK_FORWARD : Fault.CLOCK_BACK);
    }

    private void freeze() {
        instance.frozenUntil = world.steps + world.random.below(200);
        world.now = world.now.plus(ServiceInstance.LEASE).plusSeconds(1);
        world.coverage.happened(Fault.FROZEN_PAST_LEASE);
    }
}
