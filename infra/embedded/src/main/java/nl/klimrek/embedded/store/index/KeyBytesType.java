package nl.klimrek.embedded.store.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ByteArrayDataType;

/** MVStore key type for byte arrays in unsigned order; H2's own type is not ordered. */
public final class KeyBytesType extends BasicDataType<byte[]> {

    public static final KeyBytesType TYPE = new KeyBytesType();

    private KeyBytesType() {}

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    @Override
    public int getMemory(byte[] bytes) {
        return ByteArrayDataType.INSTANCE.getMemory(bytes);
    }

    @Override
    public void write(WriteBuffer out, byte[] bytes) {
        ByteArrayDataType.INSTANCE.write(out, bytes);
    }

    @Override
    public byte[] read(ByteBuffer in) {
        return ByteArrayDataType.INSTANCE.read(in);
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
