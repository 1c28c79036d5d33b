package nl.klimrek.embedded;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics on a broker that may have some of them already. */
final class Topics {

    private static final short ONLY_REPLICA = 1;

    private final Admin admin;

    Topics(Admin admin) {
        this.admin = admin;
    }

    Set<String> createMissing(Collection<TopicPlan> plans) {
        List<NewTopic> wanted = plans.stream()
                .map(plan -> new NewTopic(plan.name(), plan.partitions(), ONLY_REPLICA).configs(plan.config()))
                .toList();
        Set<String> made = new TreeSet<>();
        admin.createTopics(wanted).values().forEach((name, outcome) -> {
            if (isNew(name, outcome)) {
                made.add(name);
            }
        });
        return made;
    }

    private static boolean isNew(String name, KafkaFuture<Void> outcome) {
        try {
            outcome.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new IllegalStateException("Kafka refused the topic " + name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making the topic " + name, e);
        }
    }
}
