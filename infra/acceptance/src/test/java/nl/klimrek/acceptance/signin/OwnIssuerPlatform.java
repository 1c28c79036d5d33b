package nl.klimrek.acceptance.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.PeopleService;
import nl.klimrek.people.inbound.EmployeeRecordReader;
import nl.klimrek.people.inbound.RecordOrigin;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.portal.PortalService;
import nl.klimrek.testkit.backend.Backend;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.ConfigurableApplicationContext;

/** Portal and people service with an organisation's own issuer; the other services do not run. */
final class OwnIssuerPlatform implements AutoCloseable {
    private static final String DEMO = "demo";
    private final ConfigurableApplicationContext people;
    private final ConfigurableApplicationContext portal;
    private final String url;
    private int rows;

    /** @param signIn settings below {@code klimrek.portal.sign-in}, apart from the key */
    OwnIssuerPlatform(int portalPort, int peoplePort, Map<String, Object> signIn) {
        Backend backend = Backend.embedded();
        createTopics(backend);
        url = "http://127.0.0.1:" + portalPort;
        Map<String, Object> settings = new HashMap<>();
        settings.put("klimrek.topics", "single-broker");
        settings.put("spring.kafka.bootstrap-servers", backend.bootstrapServers());
        settings.put("spring.data.mongodb.uri", backend.mongoUri());
        settings.put("klimrek.security.issuer", url + "/sign-in");
        settings.put("klimrek.security.jwk-set-uri", url + "/sign-in/keys");
        settings.put("klimrek.security.algorithm", "ES256");
        Map<String, Object> ofPeople = new HashMap<>(settings);
        ofPeople.putAll(Map.of(
                "server.port",
                peoplePort,
                "spring.data.mongodb.database",
                backend.freshDatabase(),
                "klimrek.people.sources.hr",
                DEMO));
        Map<String, Object> ofPortal = new HashMap<>(settings);
        ofPortal.putAll(Map.of(
                "server.port",
                portalPort,
                "spring.data.mongodb.database",
                backend.freshDatabase(),
                "klimrek.portal.url",
                url,
                "klimrek.portal.page-time-out",
                "30s",
                "klimrek.portal.services.people",
                "http://127.0.0.1:" + peoplePort,
                "klimrek.portal.sign-in.signing-key",
                signingKey()));
        signIn.forEach((name, value) -> ofPortal.put("klimrek.portal.sign-in." + name, value));
        people = PeopleService.start(ofPeople);
        portal = PortalService.start(ofPortal);
    }

    String url() {
        return url;
    }

    /** Adds a person to the roster. */
    void employ(String number, String givenName, String familyName, String email, String manager) {
        ObjectNode data = new ObjectMapper()
                .createObjectNode()
                .put("employeeNumber", number)
                .put("effectiveAt", "2026-01-01")
                .put("givenName", givenName)
                .put("familyName", familyName)
                .put("startDate", "2020-01-01")
                .put("email", email);
        if (manager != null) {
            data.put("managerNumber", manager);
        }
        people.getBean(RecordProcessor.class)
                .process(
                        new Organisation(DEMO),
                        RecordOrigin.row(
                                "hr",
                                "roster",
                                ++rows,
                                Instant.EPOCH,
                                data.toString().getBytes(StandardCharsets.UTF_8),
                                MessageContext.system("hr")),
                        EmployeeRecordReader.upserted(data));
    }

    HttpResponse<String> get(String path, String token) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + path))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path signingKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Path file = Files.createTempFile("portal-key", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                            + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + name + "-----\n";
    }

    private static void createTopics(Backend backend) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", backend.bootstrapServers()))) {
            List<String> there = admin.listTopics().names().get().stream().toList();
            admin.createTopics(DeclaredTopic.onSingleBroker().stream()
                            .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) topic.replicas())
                                    .configs(topic.settings()))
                            .filter(topic -> !there.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics cannot be made", e);
        }
    }

    @Override
    public void close() {
        portal.close();
        people.close();
    }
}
