package nl.klimrek.portal.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import nl.klimrek.portal.PortalSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Texts and assets of the pages. Each room has texts of its own beside its templates; they are found, not listed. */
@Configuration(proxyBeanMethods = false)
public class PageFrameConfiguration {
    private static final String ROOMS = "nl/klimrek/portal/";

    @Bean
    public static MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(Stream.concat(rooms(), Stream.of(ROOMS + "messages", "klimrek-problems"))
                .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    static Assets assets(ResourceLoader files, PortalSettings settings) {
        return new Assets(files, settings.brand());
    }

    private static Stream<String> rooms() throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOMS + "*/texts.properties");
        return Arrays.stream(found)
                .map(PageFrameConfiguration::room)
                .distinct()
                .sorted()
                .map(room -> ROOMS + room + "/texts");
    }

    private static String room(Resource texts) {
        String[] path = texts.toString().replace('\\', '/').split("/");
        return path[path.length - 2];
    }
}
