package nl.klimrek.servicekit.sample;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.servicekit.ServiceLauncher;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample service, started once for all test classes, and asked over HTTP. */
final class SampleUnderTest implements BeforeAllCallback, ExtensionContext.Store.CloseableResource {
    private final HttpClient http = HttpClient.newHttpClient();
    private Issuer issuer;
    private ConfigurableApplicationContext service;

    record Answer(int status, HttpResponse<String> response) {
        @SuppressWarnings("TypeParameterUnusedInFormals") // As in JsonPath: the caller knows the type.
        <T> T at(String path) {
            return JsonPath.read(response.body(), path);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        SampleUnderTest shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(SampleUnderTest.class, none -> started(), SampleUnderTest.class);
        issuer = shared.issuer;
        service = shared.service;
    }

    private static SampleUnderTest started() {
        try {
            SampleUnderTest sample = new SampleUnderTest();
            sample.issuer = new Issuer();
            sample.service = ServiceLauncher.start(
                    SampleService.class,
                    "sample",
                    Map.of("server.port", 0, "klimrek.security.jwk-set-uri", sample.issuer.keysAddress()));
            return sample;
        } catch (Exception unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    Issuer issuer() {
        return issuer;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    HttpRequest.Builder authorised(String path) {
        return request(path).header("Authorization", "Bearer " + issuer.token());
    }

    HttpRequest.Builder post(String path, String body) {
        return authorised(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException lost) {
            throw new IllegalStateException(lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    int port() {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        service.close();
        issuer.close();
    }
}
