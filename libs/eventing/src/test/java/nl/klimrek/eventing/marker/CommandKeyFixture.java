package nl.klimrek.eventing.marker;

import java.util.Arrays;
import java.util.HexFormat;
import org.bson.Document;
import org.bson.types.Binary;

/** What a document remembers of commands, for tests that look at documents and not at answers. */
public final class CommandKeyFixture {

    private static final int ENTRY = 32;
    private static final int DIGEST = 16;

    private CommandKeyFixture() {}

    /** Stands for the key of the command that was taken last; null when there is none. */
    public static String newest(Document document) {
        Binary block = document.get("commands", Binary.class);
        return block == null
                ? null
                : HexFormat.of()
                        .formatHex(Arrays.copyOfRange(
                                block.getData(), block.length() - ENTRY, block.length() - ENTRY + DIGEST));
    }

    /** What stands for this key. */
    public static String of(String key) {
        return HexFormat.of().formatHex(CommandKeys.digest(key));
    }
}
