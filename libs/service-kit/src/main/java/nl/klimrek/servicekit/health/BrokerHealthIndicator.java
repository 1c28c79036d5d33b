package nl.klimrek.servicekit.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether the broker answers within two seconds. Keeps one connection, opened at the first question. */
final class BrokerHealthIndicator implements HealthIndicator, DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String AWAY = "broker-away";
    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    BrokerHealthIndicator(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    @Override
    public Health health() {
        try {
            int nodes = admin().describeCluster()
                    .nodes()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .size();
            return nodes > 0 ? Health.up().withDetail("nodes", nodes).build() : HealthReason.down(AWAY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        } catch (ExecutionException | TimeoutException away) {
            return HealthReason.down(AWAY, away);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(PATIENCE);
        }
    }
}
