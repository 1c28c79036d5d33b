package nl.klimrek.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.contracts.Topics;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Configuration of the demo's issuer. Every value has a default in {@code identity.yml} or here.
 *
 * @param issuer public address of this issuer, through the portal; tokens carry it and every endpoint is below it.
 *     Its path is the server's context path, {@code /identity}.
 * @param data                the platform's data folder; secrets are in {@code secrets/} in it
 * @param organisations       the organisations served; the first is home
 * @param accounts accounts by login
 * @param directoryTopic compacted topic with names and addresses
 * @param accessTokenLifetime validity of an access token, 1 minute to 1 hour
 * @param sessionLifetime time in which a login can be refreshed, 5 minutes to 24 hours
 * @param welcomeSecret key of the quick login at {@code /welcome}; empty (the default) disables it
 */
@Validated
@ConfigurationProperties("klimrek.identity")
public record IdentityProperties(
        @NotNull URI issuer,
        @NotNull Path data,
        @NotEmpty List<@NotBlank String> organisations,
        @NotEmpty Map<String, @Valid DemoAccount> accounts,
        @DefaultValue(Topics.DIRECTORY) @NotBlank String directoryTopic,

        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 1)
        Duration accessTokenLifetime,

        @DefaultValue("8h") @DurationMin(minutes = 5) @DurationMax(hours = 24)
        Duration sessionLifetime,

        @DefaultValue("") @NotNull String welcomeSecret) {

    /** Omits the key. */
    @Override
    public String toString() {
        return "IdentityProperties[" + issuer + "]";
    }

    /**
     * A demo account.
     *
     * @param organisation organisation of the account; empty creates one in each organisation
     * @param email address of the person in the directory; may be empty for an external account
     * @param roles        one or more
     * @param language language of an account that is not in the directory
     * @param external may log in without being on the roster
     */
    public record DemoAccount(
            @DefaultValue("") String organisation,

            @DefaultValue("") @Pattern(regexp = "|[^@\\s]+@[^@\\s]+")
            String email,

            @NotEmpty Set<TokenRole> roles,
            @DefaultValue("NL") Language language,
            @DefaultValue("false") boolean external) {}

    /** Base URL of the portal: scheme, host and port of the issuer. */
    public String portalUrl() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
