package nl.klimrek.acceptance.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.acceptance.Command;
import nl.klimrek.acceptance.Npm;

/**
 * Independent checkers: axe-core for accessibility and the Nu HTML checker, both from npm at the versions of
 * {@code src/test/npm}. Where npm is absent they are left out and say so.
 */
final class Checkers {
    private static final Path MODULES = Path.of("target/npm/node_modules");
    private static Checkers installed;
    private final String axe;
    private final Path nu;

    private Checkers(String axe, Path nu) {
        this.axe = axe;
        this.nu = nu;
    }

    static synchronized Checkers get() {
        if (installed == null) {
            installed = install();
        }
        return installed;
    }

    private static Checkers install() {
        if (Command.find("npm").isEmpty()) {
            System.err.println("SKIPPED: no npm; axe-core and the Nu HTML checker did not look at the pages");
            return new Checkers(null, null);
        }
        try {
            Npm.install();
            return new Checkers(
                    Files.readString(MODULES.resolve("axe-core/axe.min.js")),
                    MODULES.resolve("vnu-jar/build/dist/vnu.jar").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What axe-core finds on the page as it is now; a line each. */
    List<String> axe(Page page) {
        if (axe == null) {
            return List.of();
        }
        page.evaluate(axe);
        List<String> found = new ArrayList<>();
        for (Object violation : (List<?>)
                page.evaluate(
                        "async () => (await axe.run({resultTypes: ['violations']})).violations"
                                + ".map(v => ({id: v.id, impact: v.impact, at: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')}))")) {
            Map<?, ?> one = (Map<?, ?>) violation;
            found.add("axe " + one.get("impact") + " " + one.get("id") + ": " + one.get("at"));
        }
        return found;
    }

    /** What the Nu HTML checker says of the files of a folder; empty when nothing. */
    String nu(Path folder) {
        if (nu == null) {
            return "";
        }
        Command.Result result = Command.run(
                Duration.ofMinutes(5),
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-jar",
                nu.toString(),
                "--errors-only",
                "--format",
                "text",
                "--skip-non-html",
                folder.toAbsolutePath().toString());
        return result.exit() == 0 ? "" : result.output();
    }
}
