package nl.klimrek.eventing.simulation;

import java.time.Duration;

/** What happens to a process and to the world around it that nobody asked for. Time passes, too. */
record FaultInjector(World world, ServiceInstance instance) {

    private static final int HOUR = 3_600;

    void change(int instances) {
        SeededRandom chance = world.chance;
        SimulationOptions options = world.options;
        world.now = world.now.plusMillis(chance.below(chance.below(20) == 0 ? 60_000 : 400));
        if (chance.of(200)) {
            world.topic.lateArrival();
        }
        if (chance.of(options.jump())) {
            jump(chance.half() ? 1 : -1);
        }
        if (chance.of(options.freeze())) {
            freeze();
        }
        if (chance.of(options.brokerAway())) {
            world.brokerAwayUntil = world.steps + chance.below(300);
            world.coverage.happened(Fault.BROKER_AWAY);
        }
        if (chance.of(options.rebalance())) {
            world.group.move(chance.below(world.topic.partitions()), chance.below(instances));
            world.coverage.happened(Fault.PARTITION_MOVED);
        }
        if (chance.of(options.poison())) {
            world.topic.poison();
        }
    }

    private void jump(int direction) {
        instance.clockOffset = Duration.ofSeconds((long) direction * world.chance.below(HOUR + 1));
        world.coverage.happened(direction > 0 ? Fault.CLOCK_FORWARD : Fault.CLOCK_BACK);
    }

    private void freeze() {
        instance.frozenUntil = world.steps + world.chance.below(200);
        world.now = world.now.plus(ServiceInstance.LEASE).plusSeconds(1);
        world.coverage.happened(Fault.FROZEN_PAST_LEASE);
    }
}
