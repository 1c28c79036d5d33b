package nl.klimrek.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/token} as somebody types it, beside a process whose command line looks like the platform's. */
@Timeout(60)
class TokenScriptIT {

    private static final Path SCRIPT = Path.of("..", "token").toAbsolutePath().normalize();

    @TempDir
    static Path data;

    private static RunningIdentity identity;
    private static Process platform;

    private record Said(int exit, String out, String error) {}

    @BeforeAll
    static void start() throws IOException {
        identity = new RunningIdentity(data);
        platform = lookalike(data, identity.port());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> identity.get("/identity/health/ready").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        platform.destroy();
        identity.close();
    }

    /** Waits for input that never comes, with the platform's words on its command line. */
    private static Process lookalike(Path data, int port) throws IOException {
        return new ProcessBuilder(
                        "bash",
                        "-c",
                        "read -r",
                        "nl.klimrek.standalone.Platform",
                        "--data",
                        data.toString(),
                        "--port",
                        String.valueOf(port))
                .start();
    }

    @Test
    void it_prints_just_a_token_of_the_person_asked_for() throws Exception {
        Said said = token("hr", "--port", port(), "--kafka-port", "9092", "--mongo-port", "27017");

        assertThat(said.error()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).hasLineCount(1);
        var claims = SignedJWT.parse(said.out().strip()).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).containsExactly("EMPLOYEE", "HR");
        assertThat(claims.getStringClaim("org")).isEqualTo("demo");
    }

    @Test
    void it_knows_other_organisations_and_the_hr_system() throws Exception {
        assertThat(organisation(token("auditor", "--organisation", "sample", "--port", port())))
                .isEqualTo("sample");
        assertThat(organisation(token("hr-system", "--port", port()))).isEqualTo("demo");
        assertThat(organisation(token("--port", port(), "--organisation", "sample", "hr-system")))
                .isEqualTo("sample");
    }

    @Test
    void a_person_who_is_not_there_is_one_clear_sentence() throws Exception {
        refused(token("nobody", "--port", port()), "Unknown person in organisation demo");
        refused(token("bram", "--port", port()), "has not sent this person");
        refused(token("hr", "--organisation", "other", "--port", port()), "Unknown organisation");
        refused(token("hr-system", "--organisation", "other", "--port", port()), "no client hr-system@other");
    }

    @Test
    void nothing_running_there_is_one_clear_sentence() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        refused(token("anna", "--port", String.valueOf(free)), "does not answer");
    }

    @Test
    void what_was_typed_wrong_is_said() throws Exception {
        refused(token(), "Name a person");
        refused(token("anna", "--port"), "needs a value");
        refused(token("anna", "--port", "http"), "A port is a number");
        refused(token("anna", "bram"), "Only one person is allowed");
        refused(token("anna", "--colour", "red"), "Unknown option");
    }

    @Test
    void a_platform_with_other_secrets_is_one_clear_sentence(@TempDir Path other) throws Exception {
        SecretStore.in(other).client(SecretStore.DEMO_CLI);
        try (RunningIdentity second = new RunningIdentity(data)) {
            Process wrong = lookalike(other, second.port());
            try {
                refused(
                        token("hr", "--port", String.valueOf(second.port())),
                        "does not belong to the platform on port");
            } finally {
                wrong.destroy();
            }
        }
    }

    private static void refused(Said said, String sentence) {
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.error()).contains(sentence).hasLineCount(1);
    }

    private static String organisation(Said said) throws Exception {
        assertThat(said.error()).isEmpty();
        return SignedJWT.parse(said.out().strip()).getJWTClaimsSet().getStringClaim("org");
    }

    private static String port() {
        return String.valueOf(identity.port());
    }

    private static Said token(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("token", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Said said = new Said(process.waitFor(), out, Files.readString(errors));
        Files.delete(errors);
        return said;
    }
}
