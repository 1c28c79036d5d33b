package nl.klimrek.standalone.demo.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gets access tokens with {@code infra/token}, run from the project's root. A token outlives the demo (15 minutes),
 * so each user needs one.
 */
public final class TokenCommand {

    private static final String COMMAND = "infra/token";

    private final int port;
    private final Map<String, String> known = new HashMap<>();

    public TokenCommand(int port) {
        this.port = port;
    }

    /** The token of a demo user. */
    public String of(String person) {
        return known.computeIfAbsent(person, name -> {
            Said said = ask(name);
            if (said.code != 0) {
                throw new PlatformNotRunning(said.error);
            }
            return said.token;
        });
    }

    /** The token of a person; empty if the platform does not know them yet. */
    public Optional<String> find(String person) {
        Said said = ask(person);
        if (said.code != 0) {
            return Optional.empty();
        }
        known.put(person, said.token);
        return Optional.of(said.token);
    }

    private Said ask(String person) {
        try {
            Process process = new ProcessBuilder(COMMAND, person, "--port", Integer.toString(port)).start();
            process.getOutputStream().close();
            String token = text(process.getInputStream().readAllBytes());
            String error = text(process.getErrorStream().readAllBytes());
            return new Said(process.waitFor(), token, error);
        } catch (IOException e) {
            throw new PlatformNotRunning(
                    "The demo needs " + COMMAND + "; start it with infra/demo from the project's root.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private record Said(int code, String token, String error) {}
}
