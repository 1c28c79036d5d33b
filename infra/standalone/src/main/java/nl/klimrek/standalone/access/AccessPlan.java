package nl.klimrek.standalone.access;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The broker's access control list, derived from the declarations in {@code infra/topics}. It is the same for the
 * embedded broker and for a cluster. Everything else is refused.
 *
 * <ul>
 * <li>A service writes the topics it owns. It reads the topics that name it as a reader, in its own consumer group.
 * It writes its own dead letters and reads its own replay topic.</li>
 * <li>The journal also reads all dead letters, writes all replay topics, and describes all consumer groups.</li>
 * <li>An HR system writes the inbound topic.</li>
 * <li>A reader reads every topic that a service publishes, in groups whose names begin with its own.</li>
 * </ul>
 */
public final class AccessPlan {

    private static final String JOURNAL = "journal";

    private final List<TopicDefinition> topics = TopicDefinition.all();
    private final Set<String> groups = new TreeSet<>();
    private final Set<AclBinding> grants = new LinkedHashSet<>();

    private AccessPlan() {
        topics.forEach(topic -> groups.addAll(topic.readers()));
    }

    /**
     * The grants of all services and of the given clients.
     *
     * @param hrSystems principals of HR systems
     * @param readers   principals of programs that read what services publish
     */
    public static Set<AclBinding> of(Set<String> hrSystems, Set<String> readers) {
        AccessPlan plan = new AccessPlan();
        plan.topics.forEach(plan::services);
        plan.groups.forEach(plan::replays);
        plan.journal();
        new TreeSet<>(hrSystems).forEach(system -> plan.allow(system, WRITE, TOPIC, Topics.HR_EMPLOYEES));
        new TreeSet<>(readers).forEach(plan::reader);
        return Set.copyOf(plan.grants);
    }

    /** Principals of the services: owners of published topics, and readers. */
    public static Set<String> services() {
        AccessPlan plan = new AccessPlan();
        Set<String> services = new TreeSet<>();
        plan.published().forEach(topic -> services.add(topic.owner()));
        plan.groups.forEach(group -> services.add(plan.serviceOf(group)));
        return services;
    }

    /** Grants reading one topic without a consumer group. */
    public static AclBinding read(String principal, String topic) {
        return binding(principal, READ, TOPIC, topic, PatternType.LITERAL);
    }

    private Stream<TopicDefinition> published() {
        return topics.stream().filter(topic -> !topic.name().equals(Topics.HR_EMPLOYEES));
    }

    private void services(TopicDefinition topic) {
        if (!topic.name().equals(Topics.HR_EMPLOYEES)) {
            allow(topic.owner(), WRITE, TOPIC, topic.name());
            allow(topic.owner(), DESCRIBE_CONFIGS, TOPIC, topic.name());
        }
        for (String group : topic.readers()) {
            String service = serviceOf(group);
            allow(service, READ, TOPIC, topic.name());
            allow(service, READ, GROUP, group);
            allow(service, WRITE, TOPIC, TopicDefinition.deadLetters(topic.name(), group));
            // At its start a service compares these with their declarations.
            allow(service, DESCRIBE_CONFIGS, TOPIC, topic.name());
            allow(service, DESCRIBE_CONFIGS, TOPIC, TopicDefinition.deadLetters(topic.name(), group));
            if (topic.name().equals(Topics.PEOPLE)) {
                // An import waits while the roster's readers lag behind.
                allow(topic.owner(), DESCRIBE, GROUP, group);
            }
        }
    }

    private void replays(String group) {
        allow(serviceOf(group), READ, TOPIC, DeadLetterReplay.retryTopic(group));
        allow(serviceOf(group), DESCRIBE_CONFIGS, TOPIC, DeadLetterReplay.retryTopic(group));
        allow(JOURNAL, WRITE, TOPIC, DeadLetterReplay.retryTopic(group));
        allow(JOURNAL, DESCRIBE, GROUP, group);
    }

    private void journal() {
        for (TopicDefinition topic : topics) {
            allow(JOURNAL, DESCRIBE, TOPIC, topic.name());
            topic.readers()
                    .forEach(group -> allow(JOURNAL, READ, TOPIC, TopicDefinition.deadLetters(topic.name(), group)));
        }
    }

    private void reader(String principal) {
        published().forEach(topic -> allow(principal, READ, TOPIC, topic.name()));
        grants.add(binding(principal, READ, GROUP, principal, PatternType.PREFIXED));
    }

    /** The service of a consumer group: the group's name is the service's name, or begins with it and a dash. */
    private String serviceOf(String group) {
        List<String> names = new ArrayList<>(groups);
        topics.forEach(topic -> names.add(topic.owner()));
        return names.stream()
                .filter(name -> group.startsWith(name + "-"))
                .min((one, other) -> one.length() - other.length())
                .orElse(group);
    }

    private void allow(String principal, AclOperation operation, ResourceType type, String name) {
        grants.add(binding(principal, operation, type, name, PatternType.LITERAL));
    }

    private static AclBinding binding(
            String principal, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }
}
