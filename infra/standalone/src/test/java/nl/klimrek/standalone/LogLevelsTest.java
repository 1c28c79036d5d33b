package nl.klimrek.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The platform in one process has a logging configuration of its own, because several services share its log. */
class LogLevelsTest {
    private static final String LEVEL = "logging.level.";

    @Test
    void the_platforms_log_is_as_quiet_as_each_services_own() throws Exception {
        LoggerContext context = new LoggerContext();
        context.putProperty("klimrek.data", "target/log-levels");
        JoranConfigurator reader = new JoranConfigurator();
        reader.setContext(context);
        reader.doConfigure(new ClassPathResource("logback.xml").getURL());
        Properties defaults =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("klimrek-defaults.properties"));
        assertThat(defaults.stringPropertyNames())
                .filteredOn(name -> name.startsWith(LEVEL))
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(context.getLogger(name.substring(LEVEL.length()))
                                .getEffectiveLevel()
                                .levelInt)
                        .isGreaterThanOrEqualTo(Level.valueOf(defaults.getProperty(name)).levelInt));
        context.stop();
    }
}
