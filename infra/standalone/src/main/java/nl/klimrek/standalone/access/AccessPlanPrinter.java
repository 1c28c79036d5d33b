package nl.klimrek.standalone.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;

/**
 * Prints the access control list as arguments of {@code kafka-acls.sh}, one grant a line, sorted. Each argument names
 * the principal of an HR system; the default is {@code hr-system}.
 */
public final class AccessPlanPrinter {

    private AccessPlanPrinter() {}

    public static void main(String[] hrSystems) {
        Set<String> systems = hrSystems.length == 0 ? Set.of(BrokerPrincipals.HR_SYSTEM) : Set.of(hrSystems);
        lines(AccessPlan.of(systems, Set.of(BrokerPrincipals.READER))).forEach(System.out::println);
    }

    static List<String> lines(Set<AclBinding> grants) {
        return grants.stream()
                .map(AccessPlanPrinter::line)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String line(AclBinding grant) {
        String prefixed =
                grant.pattern().patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return "--add --allow-principal %s --operation %s --%s %s%s"
                .formatted(
                        grant.entry().principal(),
                        word(grant.entry().operation()),
                        grant.pattern().resourceType().name().toLowerCase(Locale.ROOT),
                        grant.pattern().name(),
                        prefixed);
    }

    /** An operation as the tool writes it: {@code DescribeConfigs}. */
    private static String word(Enum<?> operation) {
        return Arrays.stream(operation.name().split("_"))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
