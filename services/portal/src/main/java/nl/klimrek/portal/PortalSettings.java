package nl.klimrek.portal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The portal's addresses, time-outs and secrets.
 *
 * @param url             the address people type, without a path; redirects after a login go there. Default that of
 *                        {@code infra/up}
 * @param clientSecret    secret of the client {@code portal} at the issuer
 * @param services        inner address of each service by its name; a service without one counts as unavailable
 * @param identity        inner address of the issuer whose pages are shown under {@code /identity}; when absent those
 *                        pages are not served and the issuer is reached at {@code url}
 * @param mailbox         inner address of the demo's mailbox, shown under {@code /mail}; when absent there is no such page
 * @param timeOut         time-out of an ordinary response, 100 ms to 60 s; default 10 s
 * @param longTimeOut     the same for imports, exports and plans, 1 s to 10 min; default 60 s
 * @param brand          location of a style sheet with the organisation's own design tokens, such as
 *                        {@code file:/etc/klimrek/brand.css}; default none
 * @param fileTimeOut     the same for uploaded files, including the upload, 1 s to 60 min; default 10 min
 * @param welcomeSecret  key of the demo's welcome page; empty, the default, disables that page
 * @param pageTimeOut     the same for one part of a page, 100 ms to 30 s; default 3 s
 */
@Validated
@ConfigurationProperties("klimrek.portal")
public record PortalSettings(
        @DefaultValue("http://localhost:8080") @NotNull URI url,
        @DefaultValue("") @NotNull String clientSecret,
        @DefaultValue Map<@NotBlank String, @NotNull URI> services,
        URI identity,
        URI mailbox,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(seconds = 60)
        Duration timeOut,

        @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration longTimeOut,

        @DefaultValue("") @NotNull String brand,

        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(minutes = 60)
        Duration fileTimeOut,

        @DefaultValue("") @NotNull String welcomeSecret,

        @DefaultValue("3s") @DurationMin(millis = 100) @DurationMax(seconds = 30)
        Duration pageTimeOut) {

    public PortalSettings {
        services = Map.copyOf(services);
    }

    /** The address of a service, if known. */
    public Optional<URI> addressOf(String service) {
        return Optional.ofNullable(services.get(service));
    }

    /** The address people type, with a path after it. */
    public String at(String path) {
        String base = url.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** The address at which the portal itself reaches the issuer, with this path. */
    public String issuerAt(String path) {
        return identity == null ? at("/identity" + path) : identity + "/identity" + path;
    }
}
