package nl.klimrek.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.servicekit.KlimrekService;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Finds uses of a class of another service. A service is a package {@code nl.klimrek.<name>} with a class marked
 * {@link KlimrekService}, so no list of services has to be kept.
 */
final class UseAnotherService extends ArchCondition<JavaClass> {

    private static final Map<String, Boolean> SERVICES = new ConcurrentHashMap<>();

    UseAnotherService() {
        super("use another service");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String own = module(type.getPackageName());
        type.getDirectDependenciesFromSelf().forEach(dependency -> {
            String used = module(dependency.getTargetClass().getPackageName());
            if (!used.isEmpty() && !used.equals(own) && isService(used)) {
                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()));
            }
        });
    }

    /** {@code nl.klimrek.<name>}, or empty text for a package of others. */
    private static String module(String packageName) {
        String[] parts = packageName.split("\\.");
        return parts.length > 2 && parts[0].equals("nl") && parts[1].equals("klimrek")
                ? String.join(".", parts[0], parts[1], parts[2])
                : "";
    }

    private static boolean isService(String module) {
        return SERVICES.computeIfAbsent(module, name -> {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new AnnotationTypeFilter(KlimrekService.class));
            return !scanner.findCandidateComponents(name).isEmpty();
        });
    }
}
