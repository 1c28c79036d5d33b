package nl.klimrek.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import nl.klimrek.portal.PortalSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** A body that is still coming in must not be refused before the time that the portal gives a file. */
class UploadTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/resources/portal.yaml",
                "../people/src/main/resources/people.yaml",
                "../conversations/src/main/resources/conversations.yaml"
            })
    void the_portal_and_the_services_that_take_files_wait_as_long_as_file_time_out(String file) throws IOException {
        StandardEnvironment settings = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load(file, new FileSystemResource(file))
                .forEach(settings.getPropertySources()::addLast);
        Duration bodyTime = Binder.get(settings)
                .bind("klimrek.limits.body-time", Duration.class)
                .get();
        Duration fileTimeOut = Binder.get(settings)
                .bindOrCreate("klimrek.portal", PortalSettings.class)
                .fileTimeOut();
        assertThat(bodyTime).isGreaterThanOrEqualTo(fileTimeOut);
    }
}
