package nl.klimrek.portal.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.gateway.UpstreamClient;
import nl.klimrek.portal.gateway.UpstreamUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the person of a sign-in at the people service.
 *
 * <p>Guarantee: a link that ended counts for at most a minute longer; while the people service gives no answer, at most for
 * a quarter of an hour.
 */
final class SignInLinkClient {
    private static final String PATH = "/api/people/sign-ins";
    private static final int MAX_ANSWERS = 20_000;
    private static final Duration CACHE_TIME = Duration.ofMinutes(1);
    private static final Duration STALE_TIME = Duration.ofMinutes(15);

    private final UpstreamClient upstreams;
    private final PortalSettings portal;
    private final SignInSettings settings;
    private final InternalTokenIssuer tokens;
    private final Clock clock;
    private final BoundedCache<Subject, Answer> answers;
    private final ObjectMapper json =
            ContractJson.mapper().copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    SignInLinkClient(
            UpstreamClient upstreams,
            PortalSettings portal,
            SignInSettings settings,
            InternalTokenIssuer tokens,
            Clock clock) {
        this.upstreams = upstreams;
        this.portal = portal;
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
        this.answers = new BoundedCache<>(MAX_ANSWERS, clock);
    }

    /** @param person person id; @param manager whether a person reports to them now */
    record LinkedPerson(String person, boolean manager) {}

    private record Subject(String organisation, String issuer, String subject) {}

    private record Answer(@Nullable LinkedPerson person, Instant at) {}

    private record LinkRequest(
            String issuer,
            String subject,
            @Nullable String source,
            @Nullable String employeeNumber,
            @Nullable String email,
            @Nullable String name) {}

    /**
     * The person of a sign-in now, as the people service answers; empty without a link.
     *
     * @throws IssuerUnavailableException when there is no answer
     */
    Optional<LinkedPerson> resolve(ForeignIdentity who) {
        LinkedPerson person = ask(who);
        answers.put(
                subject(who),
                new Answer(person, clock.instant()),
                clock.instant().plus(STALE_TIME));
        return Optional.ofNullable(person);
    }

    /** The same, as answered within the last minute. */
    Optional<LinkedPerson> current(ForeignIdentity who) {
        Optional<Answer> known = answers.get(subject(who));
        if (known.filter(answer -> clock.instant().isBefore(answer.at().plus(CACHE_TIME)))
                .isPresent()) {
            return known.map(Answer::person);
        }
        try {
            return resolve(who);
        } catch (IssuerUnavailableException unavailable) {
            return Optional.of(known.orElseThrow(() -> unavailable)).map(Answer::person);
        }
    }

    private @Nullable LinkedPerson ask(ForeignIdentity who) {
        try {
            String source = who.employeeNumber() == null ? null : settings.employeeNumberSource();
            String body = json.writeValueAsString(new LinkRequest(
                    who.issuer(), who.subject(), source, who.employeeNumber(), who.email(), who.name()));
            HttpRequest request = HttpRequest.newBuilder(upstreams.address(Upstream.PEOPLE, PATH))
                    .timeout(portal.timeOut())
                    .header("Authorization", "Bearer " + tokens.portal(who.organisation()))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            JsonNode answer = upstreams.send(Upstream.PEOPLE, request, response -> {
                if (response.statusCode() != 200) {
                    throw new IOException("people answered " + response.statusCode());
                }
                return json.readTree(response.body());
            });
            return answer.hasNonNull("person")
                    ? new LinkedPerson(
                            answer.get("person").asText(),
                            answer.path("manager").asBoolean())
                    : null;
        } catch (UpstreamUnavailableException | IOException noAnswer) {
            throw new IssuerUnavailableException("The people service does not say whose sign-in this is", noAnswer);
        }
    }

    private static Subject subject(ForeignIdentity who) {
        return new Subject(who.organisation().value(), who.issuer(), who.subject());
    }
}
