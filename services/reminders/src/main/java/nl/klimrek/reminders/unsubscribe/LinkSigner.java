package nl.klimrek.reminders.unsubscribe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Signs texts of an organisation with HMAC-SHA-256 under a key of that organisation. The key is made at first use and stored, so
 * all instances have the same one.
 */
@Component
public class LinkSigner {

    /** 192 bits, as 32 characters. */
    private static final int BYTES = 24;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ID = "links";

    private final AggregateStore<LinkKey> keys;
    private final Map<Organisation, LinkKey> known = new ConcurrentHashMap<>();

    LinkSigner(AggregateStore<LinkKey> keys) {
        this.keys = keys;
    }

    /**
     * The signature of a text.
     *
     * @param purpose what it is for, so that a signature for one purpose is none for another
     */
    public String sign(Organisation organisation, String purpose, String text) {
        return encoded(code(keyOf(organisation), purpose, text));
    }

    /** The 32 bytes from which a signature is made, for one that is written in another way. */
    public byte[] code(Organisation organisation, String purpose, String text) {
        return code(keyOf(organisation), purpose, text);
    }

    private LinkKey keyOf(Organisation organisation) {
        return known.computeIfAbsent(
                organisation,
                each -> Objects.requireNonNull(keys.create(
                                Key.of(each, ID),
                                MessageContext.system("links"),
                                before -> before.map(there -> Decision.<LinkKey>unchanged())
                                        .orElseGet(() -> Decision.accept(LinkKey.random())))
                        .state()));
    }

    /** Whether this is the signature of the text. An organisation that never signed anything has none. */
    public boolean isSigned(Organisation organisation, String purpose, String text, String signature) {
        Optional<LinkKey> key = Optional.ofNullable(known.get(organisation))
                .or(() -> keys.find(Key.of(organisation, ID)).map(Versioned::state));
        return key.isPresent()
                && MessageDigest.isEqual(
                        encoded(code(key.get(), purpose, text)).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(byte[] code) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, BYTES));
    }

    private static byte[] code(LinkKey key, String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
            return mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
