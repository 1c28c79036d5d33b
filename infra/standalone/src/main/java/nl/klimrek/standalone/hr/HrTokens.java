package nl.klimrek.standalone.hr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Access tokens of HR as anybody at this machine gets them: {@code infra/token}, run from the project's root. */
record HrTokens(String organisation, int port) implements Supplier<String> {

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
                throw new NotPossible(error);
            }
            return token;
        } catch (IOException e) {
            throw new NotPossible("It needs " + COMMAND + "; start it with infra/hr-events.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPossible("Interrupted.");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
