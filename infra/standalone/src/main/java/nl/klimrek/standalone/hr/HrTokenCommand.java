package nl.klimrek.standalone.hr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import nl.klimrek.standalone.hr.export.CannotLoadException;

/** Gets HR's access tokens with {@code infra/token}, run from the project's root. */
record HrTokenCommand(String organisation, int port) implements Supplier<String> {

    private static final String COMMAND = "infra/token";

    @Override
    public String get() {
        try {
            Process process = new ProcessBuilder(
                            COMMAND, "hr", "--organisation", organisation, "--port", Integer.toString(port))
                    .start();
            process.getOutputStream().close();
            String token = text(process.getInputStream().readAllBytes());
            String error = text(process.getErrorStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new CannotLoadException(error);
            }
            return token;
        } catch (IOException e) {
            throw new CannotLoadException("Cannot run " + COMMAND + "; start this program with infra/hr-events.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotLoadException("Interrupted.");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
