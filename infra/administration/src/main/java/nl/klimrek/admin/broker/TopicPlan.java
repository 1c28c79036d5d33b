package nl.klimrek.admin.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.servicekit.topics.TopicComparison;
import nl.klimrek.servicekit.topics.TopicDifference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The changes that make a broker's topics as declared: create missing ones, change settings. It never adds partitions, which
 * takes a procedure ({@link PartitionsCommand}), and never moves replicas, which takes the broker's own tool.
 */
public final class TopicPlan {

    private final List<DeclaredTopic> missing;
    private final List<TopicDifference> settings;
    private final List<TopicDifference> manual;

    private TopicPlan(List<DeclaredTopic> missing, List<TopicDifference> settings, List<TopicDifference> manual) {
        this.missing = missing;
        this.settings = settings;
        this.manual = manual;
    }

    /** Compares the broker with the declarations. */
    public static TopicPlan of(Admin admin, Collection<DeclaredTopic> declared)
            throws ExecutionException, InterruptedException {
        Map<String, DeclaredTopic> byName = new TreeMap<>();
        declared.forEach(topic -> byName.put(topic.name(), topic));
        List<DeclaredTopic> missing = new ArrayList<>();
        List<TopicDifference> settings = new ArrayList<>();
        List<TopicDifference> manual = new ArrayList<>();
        for (TopicDifference difference : new TopicComparison(admin).compare(byName.values())) {
            if (difference.isMissing()) {
                missing.add(byName.get(difference.topic()));
            } else if (difference.setting().equals(TopicDifference.PARTITIONS)
                    || difference.setting().equals(TopicDifference.REPLICAS)) {
                manual.add(difference);
            } else {
                settings.add(difference);
            }
        }
        return new TopicPlan(List.copyOf(missing), List.copyOf(settings), List.copyOf(manual));
    }

    public boolean isEmpty() {
        return missing.isEmpty() && settings.isEmpty() && manual.isEmpty();
    }

    /** Differences that {@link #apply} does not remove. */
    public List<TopicDifference> manual() {
        return manual;
    }

    /** One line for each change. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        missing.forEach(topic -> lines.add("create %s: %d partitions, %d replicas, %s"
                .formatted(topic.name(), topic.partitions(), topic.replicas(), new TreeMap<>(topic.settings()))));
        settings.forEach(difference -> lines.add("set %s: %s = %s (now %s)"
                .formatted(difference.topic(), difference.setting(), difference.declared(), difference.actual())));
        manual.forEach(difference -> lines.add("not changed: " + difference));
        return lines;
    }

    /** Creates and changes topics. @param progress gets a line after each step */
    public void apply(Admin admin, Consumer<String> progress) throws ExecutionException, InterruptedException {
        for (DeclaredTopic topic : missing) {
            admin.createTopics(List.of(new NewTopic(topic.name(), topic.partitions(), (short) topic.replicas())
                            .configs(topic.settings())))
                    .all()
                    .get();
            progress.accept("created " + topic.name());
        }
        for (TopicDifference difference : settings) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, difference.topic());
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry(difference.setting(), difference.declared()),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            progress.accept("set " + difference.topic() + ": " + difference.setting());
        }
    }
}
