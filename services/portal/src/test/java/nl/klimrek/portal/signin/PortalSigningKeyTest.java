package nl.klimrek.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.security.KeyPair;
import nl.klimrek.portal.fixture.KeyFiles;
import org.junit.jupiter.api.Test;

class PortalSigningKeyTest {
    private final KeyPair pair = KeyFiles.pair("secp256r1");

    @Test
    void what_it_signs_is_verified_by_the_keys_it_shows_and_it_shows_no_private_half() throws Exception {
        PortalSigningKey key = PortalSigningKey.in(KeyFiles.with(pair, pair));
        JWKSet shown = JWKSet.parse(key.publicKeys());
        SignedJWT token =
                SignedJWT.parse(key.sign(new JWTClaimsSet.Builder().subject("p").build()));
        assertThat(token.verify(new ECDSAVerifier(
                        shown.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(shown.getKeys()).noneMatch(one -> one.isPrivate());
    }

    @Test
    void a_file_without_one_whole_pair_of_p256_is_refused_and_the_message_says_how_to_make_one() {
        KeyPair larger = KeyFiles.pair("secp384r1");
        for (Path file : new Path[] {
            Path.of("no-such-file.pem"), KeyFiles.with(pair, KeyFiles.pair("secp256r1")), KeyFiles.with(larger, larger)
        }) {
            assertThatThrownBy(() -> PortalSigningKey.in(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file.toAbsolutePath().toString())
                    .hasMessageContaining("openssl genpkey");
        }
    }
}
