package nl.klimrek.servicekit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import nl.klimrek.servicekit.ServiceLauncher;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class IssuerUnavailableIT {
    @Test
    void a_token_that_can_not_be_checked_yet_is_neither_accepted_nor_called_wrong() throws Exception {
        Issuer gone = new Issuer();
        String keys = gone.keysAddress();
        gone.close();
        try (ConfigurableApplicationContext service = ServiceLauncher.start(
                SampleService.class, "sample", Map.of("server.port", 0, "klimrek.security.jwk-set-uri", keys))) {
            String port = service.getEnvironment().getProperty("local.server.port");
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/samples/me"))
                    .header("Authorization", "Bearer " + gone.token())
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("issuer-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }
}
