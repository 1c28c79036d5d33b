package nl.klimrek.portal.gateway;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pooled HTTP clients for every server behind the portal: one for bodies that stream, one for all others. */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    @Bean
    BlockingHttpClient blockingHttpClient() {
        return new BlockingHttpClient(CONNECT_TIMEOUT);
    }

    /** Follows no redirect: the caller decides what to do with one. */
    @Bean
    HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
