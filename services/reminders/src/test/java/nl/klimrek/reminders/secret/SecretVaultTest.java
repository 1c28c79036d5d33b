package nl.klimrek.reminders.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretVaultTest {

    private static final String FIRST = key(1);
    private static final String SECOND = key(2);
    private static final String PLACE = "acme/wh-1";
    private static final String SECRET = "whsec_c29tZXRoaW5nIHNlY3JldA==";
    private final SecretVault vault = vault("first", Map.of("first", FIRST));

    @Test
    void what_is_stored_does_not_show_the_secret_and_is_never_the_same_twice() {
        SealedSecret stored = vault.seal(SECRET, PLACE);
        assertThat(stored.value()).startsWith("aes1:first:").doesNotContain(SECRET, SECRET.substring(6));
        assertThat(vault.seal(SECRET, PLACE)).isNotEqualTo(stored);
        assertThat(vault.open(stored, PLACE)).isEqualTo(SECRET);
        assertThat(stored + "" + new SecretKeyProperties("first", Map.of("first", FIRST)))
                .doesNotContain(FIRST, stored.value());
    }

    @Test
    void a_secret_of_another_place_or_organisation_cannot_be_decrypted() {
        SealedSecret stored = vault.seal(SECRET, PLACE);
        for (String other : new String[] {"acme/wh-2", "other/wh-1", ""}) {
            assertThatThrownBy(() -> vault.open(stored, other)).isInstanceOf(SecretUnreadableException.class);
        }
    }

    @Test
    void each_changed_character_is_noticed() {
        String stored = vault.seal(SECRET, PLACE).value();
        int begin = "aes1:first:".length();
        // The last character has bits that stand for nothing.
        for (int at = begin; at < stored.length() - 1; at++) {
            char other = stored.charAt(at) == 'A' ? 'B' : 'A';
            SealedSecret changed = new SealedSecret(stored.substring(0, at) + other + stored.substring(at + 1));
            assertThatThrownBy(() -> vault.open(changed, PLACE)).isInstanceOf(SecretUnreadableException.class);
        }
        assertThatThrownBy(() -> vault.open(new SealedSecret("aes1:first:AAAA"), PLACE))
                .isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void after_a_rotation_the_former_key_still_decrypts_until_it_is_removed() {
        SealedSecret before = vault.seal(SECRET, PLACE);
        SecretVault rotated = vault("second", Map.of("first", FIRST, "second", SECOND));
        assertThat(rotated.open(before, PLACE)).isEqualTo(SECRET);
        assertThat(rotated.isCurrent(before)).isFalse();
        SealedSecret after = rotated.seal(rotated.open(before, PLACE), PLACE);
        assertThat(rotated.isCurrent(after)).isTrue();
        SecretVault removed = vault("second", Map.of("second", SECOND));
        assertThat(removed.open(after, PLACE)).isEqualTo(SECRET);
        assertThatThrownBy(() -> removed.open(before, PLACE))
                .isInstanceOf(SecretUnreadableException.class)
                .hasMessageContaining("first");
    }

    @Test
    void another_key_under_the_same_id_decrypts_nothing() {
        SealedSecret stored = vault.seal(SECRET, PLACE);
        SecretVault other = vault("first", Map.of("first", SECOND));
        assertThatThrownBy(() -> other.open(stored, PLACE)).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void a_secret_from_before_is_read_and_counts_as_not_encrypted() {
        SealedSecret former = new SealedSecret(SECRET);
        assertThat(vault.open(former, PLACE)).isEqualTo(SECRET);
        assertThat(vault.isCurrent(former)).isFalse();
    }

    @Test
    void without_a_key_nothing_is_encrypted() {
        SecretVault none = vault("", Map.of());
        assertThat(none.canSeal()).isFalse();
        assertThatThrownBy(() -> none.seal(SECRET, PLACE)).isInstanceOf(IllegalStateException.class);
        assertThat(none.open(new SealedSecret(SECRET), PLACE)).isEqualTo(SECRET);
    }

    @Test
    void the_configuration_is_checked_at_the_start_and_no_message_holds_a_key() {
        String twenty = Base64.getEncoder().encodeToString(new byte[20]);
        refused("first", Map.of("first", twenty), "keys.first must be 32 bytes");
        refused("first", Map.of("first", "not base64!"), "keys.first must be 32 bytes");
        refused("other", Map.of("first", FIRST), "current names no key");
        refused("", Map.of("first", FIRST), "current must name");
        refused("first", Map.of(), "current names no key");
        refused("First", Map.of("First", FIRST), "an id has");
    }

    private static void refused(String current, Map<String, String> keys, String why) {
        assertThatThrownBy(() -> new SecretKeyProperties(current, keys))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("klimrek.reminders.secret-keys.")
                .hasMessageContaining(why)
                .satisfies(failure -> keys.values()
                        .forEach(key -> assertThat(failure.getMessage()).doesNotContain(key)));
    }

    private static SecretVault vault(String current, Map<String, String> keys) {
        return new SecretVault(new SecretKeyProperties(current, keys));
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
