package nl.klimrek.reminders.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret as it is stored: {@code aes1:<key id>:<base64>}, of which the base64 part holds nonce, ciphertext and tag. A value in another
 * form was stored before secrets were encrypted, and is the secret itself.
 */
public record SealedSecret(@JsonValue String value) {

    private static final String FORMAT = "aes1";
    private static final Pattern FORM = Pattern.compile(FORMAT + ":(" + SecretKeyProperties.ID + "):([A-Za-z0-9_-]+)");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SealedSecret {}

    static SealedSecret of(String key, String sealed) {
        return new SealedSecret(FORMAT + ":" + key + ":" + sealed);
    }

    /** Id of the key that encrypted it; empty for a secret that is stored as it is. */
    public Optional<String> key() {
        return part(1);
    }

    /** The encrypted bytes in base64; empty for a secret that is stored as it is. */
    Optional<String> sealed() {
        return part(2);
    }

    private Optional<String> part(int number) {
        Matcher form = FORM.matcher(value);
        return form.matches() ? Optional.of(form.group(number)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "SealedSecret";
    }
}
