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
import nl.klimrek.identity.people.Language;
import nl.klimrek.identity.people.TokenRole;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the demo's issuer is set up; every value has its default in {@code identity.yml} or here.
 *
 * @param issuer              the address by which browsers reach this issuer, through the portal; tokens carry it and
 *                            every endpoint is under it. Its path is the server's context path, {@code /identity}.
 * @param data                the platform's data folder; secrets are in {@code secrets/} in it
 * @param organisations       the organisations served; the first is home
 * @param accounts            who may log in, by login
 * @param directoryTopic      the compacted topic that tells which person has which address
 * @param accessTokenLifetime how long an access token is good for, 1 minute to 1 hour
 * @param sessionLifetime     how long a login may be refreshed, 5 minutes to 24 hours
 * @param welcomeSecret       the key with which {@code /welcome} signs in any account without its password; empty (the
 *                            default): there is no such address
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

    /** Never shows the key. */
    @Override
    public String toString() {
        return "IdentityProperties[" + issuer + "]";
    }

    /**
     * One who may log in.
     *
     * @param organisation the one organisation it is for; empty: there is one in each organisation
     * @param email        by which the directory knows this person; may be empty for an external account
     * @param roles        one or more
     * @param language     of who is not in the directory
     * @param external     may log in without being in the roster
     */
    public record DemoAccount(
            @DefaultValue("") String organisation,

            @DefaultValue("") @Pattern(regexp = "|[^@\\s]+@[^@\\s]+")
            String email,

            @NotEmpty Set<TokenRole> roles,
            @DefaultValue("NL") Language language,
            @DefaultValue("false") boolean external) {}

    /** Where the portal is: scheme, host and port of the issuer. */
    public String portalUrl() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
