package nl.klimrek.embedded.store.log;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/** A map of the store's file that records each change in the write-ahead log, in the order in which it was made. */
public final class LoggedMap<K, V> extends MVMap<K, V> {

    private final Type<K, V> type;
    private volatile byte[] logName;

    private LoggedMap(Type<K, V> type, Map<String, Object> settings) {
        super(settings, type.keys(), type.values());
        this.type = type;
        this.logName = type.name().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What a map is opened with.
     *
     * @param name its name in the log, which is its name in the store
     */
    public record Type<K, V>(
            WriteAheadLog log,
            String name,
            DataType<K> keys,
            DataType<V> values,
            LogBytes<K> keyBytes,
            LogBytes<V> valueBytes) {

        /** Opens maps of this type. */
        public MapBuilder<LoggedMap<K, V>, K, V> builder() {
            Type<K, V> type = this;
            return new BasicBuilder<>() {
                {
                    setKeyType(type.keys());
                    setValueType(type.values());
                }

                @Override
                protected LoggedMap<K, V> create(Map<String, Object> settings) {
                    return new LoggedMap<>(type, settings);
                }
            };
        }
    }

    /** Changes that were recorded under the earlier name must be covered by a checkpoint. */
    public void renamed(String name) {
        logName = name.getBytes(StandardCharsets.UTF_8);
    }

    /** Adds an entry if there is none with this key; returns whether it did. */
    public boolean add(K key, V value) {
        return operate(key, value, new AddOnly<>()) == null;
    }

    private static final class AddOnly<V> extends DecisionMaker<V> {
        @Override
        public Decision decide(@Nullable V existing, @Nullable V provided) {
            return existing == null ? Decision.PUT : Decision.ABORT;
        }
    }

    /** {@link #putIfAbsent} and {@link #replace} are refused, because they look alike here. */
    @Override
    public @Nullable V operate(K key, @Nullable V value, DecisionMaker<? super V> decision) {
        if (decision == DecisionMaker.PUT || decision == DecisionMaker.REMOVE || decision instanceof AddOnly) {
            return logged(key, value, decision);
        }
        if (value != null) {
            throw new UnsupportedOperationException("No change of this kind is logged: " + decision);
        }
        // The store moves pages to another place, which changes nothing.
        return super.operate(key, null, decision);
    }

    @Override
    public boolean remove(Object key, Object value) {
        throw new UnsupportedOperationException("No change of this kind is logged");
    }

    /** Makes a change and records it before another thread can make the next one. */
    private synchronized @Nullable V logged(K key, @Nullable V value, DecisionMaker<? super V> decision) {
        V before = super.operate(key, value, decision);
        boolean unchanged = value == null ? before == null : before != null && decision instanceof AddOnly;
        if (!unchanged) {
            type.log().record(to -> write(key, value, to));
        }
        return before;
    }

    private void write(K key, @Nullable V value, ByteBuf to) {
        byte[] name = logName;
        to.writeShort(name.length).writeBytes(name);
        to.writeInt(type.keyBytes().length(key));
        type.keyBytes().write(key, to);
        if (value == null) {
            to.writeInt(WriteAheadLog.REMOVED);
        } else {
            to.writeInt(type.valueBytes().length(value));
            type.valueBytes().write(value, to);
        }
    }

    /** Makes a change as it was recorded. */
    void replay(ByteBuf from) {
        K key = type.keyBytes().read(from, from.readInt());
        int length = from.readInt();
        if (length == WriteAheadLog.REMOVED) {
            remove(key);
        } else {
            put(key, type.valueBytes().read(from, length));
        }
    }

    @Override
    public void clear() {
        super.clear();
        type.log().requireCheckpoint();
    }
}
