package nl.klimrek.embedded.store.log;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.h2.mvstore.MVStore;

/**
 * Makes changes durable by appending them to a file; once in a while, at a checkpoint, the store writes its own pages and the
 * log begins anew. A commit of the store writes every touched page with all pages above it, which costs several times as much.
 *
 * <p>The log carries the number of the checkpoint that it continues. The store's file carries the number of its last
 * checkpoint, so a log that a kill left behind after a checkpoint is recognised and ignored. A frame that a kill cut short
 * fails its checksum; nothing in it was acknowledged, and the log ends there.
 *
 * <p>The owner lets no change run during {@link #commit} and {@link #checkpoint}.
 */
public final class WriteAheadLog implements AutoCloseable {

    static final int REMOVED = -1;

    private static final int MAGIC = 0x6b6c6f67;
    private static final int HEADER_BYTES = 2 * Integer.BYTES;
    private static final int FRAME_BYTES = 2 * Integer.BYTES;
    private static final int CHECKPOINT_BYTES = 4 * 1024 * 1024;
    private static final int USUAL_BYTES = 64 * 1024;
    private static final int KEPT_BYTES = 512 * 1024;

    private final MVStore store;
    private final RandomAccessFile file;
    /** What was changed since the last commit, behind the room for the head of its frame. */
    private ByteBuf pending = empty();

    private long written;
    private boolean checkpointDue;

    private WriteAheadLog(MVStore store, RandomAccessFile file) {
        this.store = store;
        this.file = file;
    }

    /** Opens or creates the log of a store; {@link #recover} comes next. */
    public static WriteAheadLog open(Path path, MVStore store) {
        try {
            return new WriteAheadLog(store, new RandomAccessFile(path.toFile(), "rw"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the changes again that came after the store's last checkpoint, and makes a checkpoint of the result.
     *
     * @param maps opens a map by its name
     */
    public void recover(Function<String, LoggedMap<?, ?>> maps) {
        try {
            byte[] all = new byte[Math.toIntExact(file.length())];
            file.readFully(all);
            replay(Unpooled.wrappedBuffer(all), maps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        checkpoint();
    }

    private void replay(ByteBuf log, Function<String, LoggedMap<?, ?>> maps) {
        if (log.readableBytes() < HEADER_BYTES || log.readInt() != MAGIC || log.readInt() != store.getStoreVersion()) {
            return;
        }
        while (log.readableBytes() >= FRAME_BYTES) {
            int length = log.readInt();
            int checksum = log.readInt();
            if (length < 0 || length > log.readableBytes()) {
                return;
            }
            ByteBuf frame = log.readSlice(length);
            if (checksum(frame) != checksum) {
                return;
            }
            while (frame.isReadable()) {
                String name = frame.readCharSequence(frame.readUnsignedShort(), StandardCharsets.UTF_8)
                        .toString();
                maps.apply(name).replay(frame);
            }
        }
    }

    synchronized void record(Consumer<ByteBuf> change) {
        change.accept(pending);
    }

    /** The next commit is a checkpoint, because a change was made that the log cannot describe. */
    public synchronized void requireCheckpoint() {
        checkpointDue = true;
    }

    /**
     * Makes all changes until now durable.
     *
     * @return whether it was a checkpoint
     * @throws IllegalStateException if the store is closed
     */
    public synchronized boolean commit() {
        if (store.isClosed()) {
            throw new IllegalStateException("The store is closed");
        }
        if (checkpointDue || written + pending.readableBytes() > CHECKPOINT_BYTES) {
            checkpoint();
            return true;
        }
        if (pending.readableBytes() > FRAME_BYTES) {
            append();
        }
        return false;
    }

    private void append() {
        int length = pending.readableBytes() - FRAME_BYTES;
        pending.setInt(0, length);
        pending.setInt(Integer.BYTES, checksum(pending.slice(FRAME_BYTES, length)));
        write(pending);
        written += pending.readableBytes();
        forget();
    }

    /** Lets the store write its own pages and begins the log anew. */
    public synchronized void checkpoint() {
        int number = store.getStoreVersion() + 1;
        store.setStoreVersion(number);
        store.commit();
        if (store.isClosed()) {
            throw new IllegalStateException("The store is closed");
        }
        try {
            file.setLength(0);
            file.seek(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(Unpooled.buffer(HEADER_BYTES).writeInt(MAGIC).writeInt(number));
        written = 0;
        checkpointDue = false;
        forget();
    }

    private void write(ByteBuf bytes) {
        try {
            file.write(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() {
        if (pending.capacity() > KEPT_BYTES) {
            pending = empty();
        } else {
            pending.writerIndex(FRAME_BYTES);
        }
    }

    private static ByteBuf empty() {
        return Unpooled.buffer(USUAL_BYTES).writerIndex(FRAME_BYTES);
    }

    private static int checksum(ByteBuf bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes());
        return (int) checksum.getValue();
    }

    /** Closes the file, without a commit. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
