package nl.klimrek.portal.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The one style sheet and the scripts of every page. Each is addressed by a digest of its content, so that a browser keeps
 * it for good and a new version is another address.
 *
 * <p>The style sheet is, in this order: the default design tokens, the tokens of the organisation's own brand, the components
 * of NL Design System, and the layout of this portal. A brand changes every page and needs no code.
 */
public final class Assets {
    private static final String BASE = "classpath:/nl/klimrek/portal/static/";
    private static final List<String> COMPONENTS = List.of(
            "document",
            "link",
            "skip-link",
            "breadcrumb-nav",
            "button",
            "button-group",
            "form-field",
            "form-label",
            "form-field-description",
            "form-field-error-message",
            "textbox",
            "textarea",
            "select",
            "checkbox",
            "radio-button",
            "alert",
            "data-badge",
            "table");

    private final Asset style;
    private final Asset script;
    private final Asset htmx;

    /**
     * A file as browsers get it.
     *
     * @param path    address, which changes with the content
     * @param content text of the file
     */
    public record Asset(String path, String content) {}

    /**
     * @param brand location of a style sheet that sets design tokens; empty for the default brand
     * @throws UncheckedIOException when a file is not there
     */
    Assets(ResourceLoader files, String brand) {
        StringBuilder sheet = new StringBuilder(read(files, BASE + "tokens.css"));
        if (!brand.isBlank()) {
            sheet.append('\n').append(read(files, brand));
        }
        COMPONENTS.forEach(component ->
                sheet.append('\n').append(read(files, BASE + "vendor/nl-design-system/" + component + ".css")));
        sheet.append('\n').append(read(files, BASE + "house.css"));
        style = asset("house", "css", sheet.toString());
        script = asset("house", "js", read(files, BASE + "house.js"));
        htmx = asset("htmx", "js", read(files, BASE + "vendor/htmx/htmx.min.js"));
    }

    public Asset style() {
        return style;
    }

    public Asset script() {
        return script;
    }

    public Asset htmx() {
        return htmx;
    }

    private static Asset asset(String name, String ending, String content) {
        return new Asset("/assets/" + name + "-" + digest(content) + "." + ending, content);
    }

    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static String read(ResourceLoader files, String location) {
        Resource file = files.getResource(location);
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + location, unreadable);
        }
    }
}
