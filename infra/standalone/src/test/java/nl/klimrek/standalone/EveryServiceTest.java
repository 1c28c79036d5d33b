package nl.klimrek.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.PortalService;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.servicekit.ServiceIndex;
import org.junit.jupiter.api.Test;

/** A service module that a list forgot would be built, and never started or reached. */
class EveryServiceTest {

    private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
    private static final String PORTAL = ServiceIndex.load().entrySet().stream()
            .filter(service -> service.getValue().equals(PortalService.class))
            .findFirst()
            .orElseThrow()
            .getKey();

    @Test
    void every_service_module_is_on_the_class_path_of_the_platform() throws IOException {
        Set<String> modules = MODULE.matcher(Files.readString(Path.of("../../services/pom.xml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ServiceIndex.load().keySet()).isEqualTo(modules);
    }

    @Test
    void every_service_but_the_portal_is_reached_through_the_portal() {
        Set<String> behindThePortal = new TreeSet<>(ServiceIndex.load().keySet());
        behindThePortal.remove(PORTAL);
        assertThat(Stream.of(Upstream.values()).map(Upstream::id)).containsExactlyInAnyOrderElementsOf(behindThePortal);
    }
}
