package nl.klimrek.embedded.store.log;

import io.netty.buffer.ByteBuf;

/** How the keys or values of a map are written to the log. */
public interface LogBytes<T> {

    /** Byte arrays as they are. */
    LogBytes<byte[]> ARRAY = new LogBytes<>() {
        @Override
        public int length(byte[] value) {
            return value.length;
        }

        @Override
        public void write(byte[] value, ByteBuf to) {
            to.writeBytes(value);
        }

        @Override
        public byte[] read(ByteBuf from, int length) {
            byte[] value = new byte[length];
            from.readBytes(value);
            return value;
        }
    };

    /** Numbers in eight bytes. */
    LogBytes<Long> NUMBER = new LogBytes<>() {
        @Override
        public int length(Long value) {
            return Long.BYTES;
        }

        @Override
        public void write(Long value, ByteBuf to) {
            to.writeLong(value);
        }

        @Override
        public Long read(ByteBuf from, int length) {
            return from.readLong();
        }
    };

    int length(T value);

    void write(T value, ByteBuf to);

    T read(ByteBuf from, int length);
}
