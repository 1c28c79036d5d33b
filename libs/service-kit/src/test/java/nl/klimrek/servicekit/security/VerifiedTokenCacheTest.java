package nl.klimrek.servicekit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokenCacheTest {

    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");

    private final List<String> verified = new ArrayList<>();
    private Instant now = START;
    private boolean keyWithdrawn;
    private final JwtDecoder signatures = token -> {
        verified.add(token);
        if (keyWithdrawn || token.startsWith("forged")) {
            throw new BadJwtException("no such key");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("anna")
                .issuedAt(START)
                .expiresAt(START.plusSeconds(200))
                .build();
    };
    private final Clock clock = new TestClock();
    private final VerifiedTokenCache tokens = new VerifiedTokenCache(signatures, expiry(), clock);

    @Test
    void the_signature_of_the_same_token_is_verified_once() {
        tokens.decode("one");
        assertThat(tokens.decode("one").getSubject()).isEqualTo("anna");
        tokens.decode("two");
        assertThat(verified).containsExactly("one", "two");
    }

    @Test
    void expiry_is_checked_at_every_request() {
        tokens.decode("one");
        now = START.plusSeconds(201);
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void a_withdrawn_key_ends_within_the_time_a_signature_is_trusted() {
        tokens.decode("one");
        keyWithdrawn = true;
        now = START.plus(VerifiedTokenCache.TRUSTED_FOR);
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_that_is_not_good_is_never_remembered() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(verified).hasSize(2);
    }

    @Test
    void the_least_recently_used_token_is_forgotten_first() {
        for (int token = 0; token <= VerifiedTokenCache.MAX_TOKENS; token++) {
            tokens.decode("t" + token);
        }
        verified.clear();
        tokens.decode("t1");
        tokens.decode("t0");
        assertThat(verified).containsExactly("t0");
    }

    private JwtTimestampValidator expiry() {
        JwtTimestampValidator time = new JwtTimestampValidator(Duration.ZERO);
        time.setClock(new TestClock());
        return time;
    }

    private final class TestClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
