package nl.klimrek.eventing.simulation;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** The ports of one process. At each call it can crash or fail, before or after the effect, pause, or be interleaved with others. */
final class FaultyPorts {

    private final World world;
    private final ServiceInstance instance;
    private final Consumer<Integer> others;
    private boolean waiting;

    FaultyPorts(World world, ServiceInstance instance, Consumer<Integer> others) {
        this.world = world;
        this.instance = instance;
        this.others = others;
    }

    <T> T call(Port port, Supplier<T> effect) {
        crash(port, false);
        fail(port, Fault.STORE_FAILED_BEFORE);
        overtaken(port);
        T result = effect.get();
        crash(port, true);
        fail(port, Fault.STORE_FAILED_AFTER);
        if (port.writes()) {
            world.store.answered();
        }
        return result;
    }

    private void crash(Port port, boolean afterEffect) {
        if (world.random.of(port.likelihood(world.options.crash()))) {
            world.coverage.crashed(port, afterEffect);
            throw new ProcessCrash();
        }
    }

    private void fail(Port port, Fault fault) {
        if (world.random.of(port.likelihood(world.options.storeFault()))) {
            world.coverage.happened(fault);
            throw new TransientFault();
        }
    }

    private void overtaken(Port port) {
        if (waiting) {
            return;
        }
        waiting = true;
        try {
            if (world.random.of(world.options.pause())) {
                world.now = world.now.plus(ServiceInstance.LEASE).plusSeconds(1);
                others.accept(10 + world.random.below(30));
                if (port == Port.SEND) {
                    world.coverage.happened(Fault.PAUSED_PAST_LEASE_AND_SENT);
                }
            } else if (world.random.of(world.options.interleave())) {
                world.coverage.happened(Fault.INTERLEAVED);
                others.accept(1 + world.random.below(3));
            }
        } finally {
            waiting = false;
        }
        if (instance.dead) {
            throw new ProcessCrash();
        }
    }
}
