package nl.klimrek.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.servicekit.topics.TopicCheck;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AccessPlanTest {

    private static final Set<AclBinding> PLAN = AccessPlan.of(Set.of("hr-system"), Set.of("reader"));

    @Test
    void each_topic_is_written_by_its_owner_alone() {
        for (TopicDefinition topic : TopicDefinition.all()) {
            assertThat(who(AclOperation.WRITE, topic.name())).as(topic.name()).containsExactly(topic.owner());
        }
    }

    @Test
    void each_topic_is_read_by_those_it_names_and_by_readers_of_facts() {
        assertThat(who(AclOperation.READ, Topics.HR_EMPLOYEES)).containsExactly("people");
        assertThat(who(AclOperation.READ, Topics.REMINDERS)).containsExactly("journal", "reader", "reminders");
        assertThat(who(AclOperation.READ, Topics.DIRECTORY))
                .containsExactly("journal", "portal", "reader", "reminders");
    }

    @Test
    void a_service_writes_its_own_dead_letters_and_only_the_journal_reads_them_and_replays() {
        String letters = TopicDefinition.deadLetters(Topics.PEOPLE, "insights");
        assertThat(who(AclOperation.WRITE, letters)).containsExactly("insights");
        assertThat(who(AclOperation.READ, letters)).containsExactly("journal");
        assertThat(who(AclOperation.WRITE, "klimrek.insights.retry")).containsExactly("journal");
        assertThat(who(AclOperation.READ, "klimrek.insights.retry")).containsExactly("insights");
    }

    @Test
    void a_second_group_of_a_service_is_that_service_s() {
        assertThat(who(AclOperation.READ, "klimrek.journal-dead-letters.retry")).containsExactly("journal");
        assertThat(AccessPlan.services())
                .contains("journal", "pop-forms", "portal", "insights")
                .doesNotContain("journal-dead-letters", "hr-system");
    }

    @Test
    void an_hr_system_may_write_the_inbound_topic_and_nothing_else() {
        assertThat(PLAN.stream().filter(grant -> grant.entry().principal().equals("User:hr-system")))
                .singleElement()
                .satisfies(grant -> assertThat(grant.pattern().name()).isEqualTo(Topics.HR_EMPLOYEES));
    }

    @Test
    void a_reader_writes_nothing_and_joins_no_service_s_group() {
        assertThat(PLAN)
                .filteredOn(grant -> grant.entry().principal().equals("User:reader"))
                .allMatch(grant -> grant.entry().operation() == AclOperation.READ)
                .filteredOn(grant -> grant.pattern().resourceType() == ResourceType.GROUP)
                .allMatch(grant -> grant.pattern().name().equals("reader"));
    }

    @Test
    void a_service_may_compare_every_topic_it_uses_with_its_declaration() {
        for (String service : AccessPlan.services()) {
            assertThat(PLAN)
                    .filteredOn(grant -> grant.entry().principal().equals("User:" + service)
                            && grant.entry().operation() == AclOperation.DESCRIBE_CONFIGS)
                    .extracting(grant -> grant.pattern().name())
                    .containsAll(TopicCheck.of(service, false).stream()
                            .map(DeclaredTopic::name)
                            .toList());
        }
        assertThat(AccessPlanPrinter.lines(PLAN))
                .contains(
                        "--add --allow-principal User:insights --operation DescribeConfigs --topic klimrek.people.v1");
    }

    @Test
    void nothing_is_granted_to_everybody_or_over_everything() {
        assertThat(PLAN).allSatisfy(grant -> {
            assertThat(grant.entry().permissionType()).isEqualTo(AclPermissionType.ALLOW);
            assertThat(grant.entry().principal()).isNotEqualTo("User:*");
            assertThat(grant.pattern().name()).isNotEqualTo("*");
            assertThat(grant.entry().operation())
                    .isIn(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS);
            assertThat(grant.pattern().resourceType()).isIn(ResourceType.TOPIC, ResourceType.GROUP);
            assertThat(grant.pattern().patternType() == PatternType.LITERAL
                            || grant.entry().principal().equals("User:reader"))
                    .isTrue();
        });
    }

    @Test
    void a_cluster_gets_the_same_as_arguments_of_kafka_s_own_tool() {
        List<String> lines = AccessPlanPrinter.lines(PLAN);

        assertThat(lines)
                .hasSameSizeAs(PLAN)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(
                        "--add --allow-principal User:people --operation Write --topic klimrek.people.v1",
                        "--add --allow-principal User:hr-system --operation Write --topic klimrek.hr.employees.v1",
                        "--add --allow-principal User:reader --operation Read --group reader --resource-pattern-type prefixed");
    }

    private static Set<String> who(AclOperation operation, String topic) {
        return PLAN.stream()
                .filter(grant -> grant.entry().operation() == operation
                        && grant.pattern().name().equals(topic)
                        && grant.pattern().resourceType() == ResourceType.TOPIC)
                .map(grant -> grant.entry().principal().replaceFirst("^User:", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
