package nl.klimrek.embedded.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Makes what a broker grants equal to a plan. */
final class AclReconciler {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Admin admin;

    AclReconciler(Admin admin) {
        this.admin = admin;
    }

    /** Returns when the broker goes by exactly these. Adds before it removes, so that nobody is refused in between. */
    void become(Collection<AclBinding> plan) {
        Set<AclBinding> wanted = Set.copyOf(plan);
        try {
            Set<AclBinding> there = there();
            Set<AclBinding> missing = new HashSet<>(wanted);
            missing.removeAll(there);
            if (!missing.isEmpty()) {
                admin.createAcls(missing).all().get();
            }
            there.removeAll(wanted);
            if (!there.isEmpty()) {
                admin.deleteAcls(there.stream().map(AclBinding::toFilter).toList())
                        .all()
                        .get();
            }
            awaitEqual(wanted);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take the grants", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while granting", e);
        }
    }

    /** The controller has them first; the broker hears of them a moment later. */
    private void awaitEqual(Set<AclBinding> wanted) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!there().equals(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The broker does not go by what was granted");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Set<AclBinding> there() throws ExecutionException, InterruptedException {
        return new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
    }
}
