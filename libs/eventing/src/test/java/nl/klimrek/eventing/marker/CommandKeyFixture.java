package nl.klimrek.eventing.marker;

import java.util.Arrays;
import java.util.HexFormat;
import org.bson.Document;
import org.bson.types.Binary;

/** Command keys in a document, for tests that look at documents and not at answers. */
public final class CommandKeyFixture {

    private static final int ENTRY = 32;
    private static final int DIGEST = 16;

    private CommandKeyFixture() {}

    /** Digest of the newest command key; null if there is none. */
    public static String newest(Document document) {
        Binary block = document.get("commands", Binary.class);
        return block == null
                ? null
                : HexFormat.of()
                        .formatHex(Arrays.copyOfRange(
                                block.getData(), block.length() - ENTRY, block.length() - ENTRY + DIGEST));
    }

    /** Digest of this key. */
    public static String of(String key) {
        return HexFormat.of().formatHex(CommandKeys.digest(key));
    }
}
