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

/** Makes a broker's access control list equal to a wanted one. */
final class AclReconciler {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final Admin admin;

    AclReconciler(Admin admin) {
        this.admin = admin;
    }

    /**
     * Returns when the broker applies exactly these grants. Adds before it removes, so no client is refused in
     * between.
     */
    void apply(Collection<AclBinding> plan) {
        Set<AclBinding> wanted = Set.copyOf(plan);
        try {
            Set<AclBinding> current = current();
            Set<AclBinding> missing = new HashSet<>(wanted);
            missing.removeAll(current);
            if (!missing.isEmpty()) {
                admin.createAcls(missing).all().get();
            }
            current.removeAll(wanted);
            if (!current.isEmpty()) {
                admin.deleteAcls(current.stream().map(AclBinding::toFilter).toList())
                        .all()
                        .get();
            }
            awaitEqual(wanted);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused the grants", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while granting", e);
        }
    }

    /** The controller has them first; the broker applies them a moment later. */
    private void awaitEqual(Set<AclBinding> wanted) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!current().equals(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The broker does not apply the grants");
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private Set<AclBinding> current() throws ExecutionException, InterruptedException {
        return new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
    }
}
