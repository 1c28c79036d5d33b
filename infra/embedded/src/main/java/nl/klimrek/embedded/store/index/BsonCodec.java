package nl.klimrek.embedded.store.index;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** Encodes documents and index keys as BSON, which is smaller and faster than Java serialization. */
public final class BsonCodec {

    private static final int USUAL_BYTES = 512;

    private BsonCodec() {}

    public static byte[] bytes(Document document) {
        ByteBuf buffer = Unpooled.buffer(USUAL_BYTES);
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    public static Document document(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** Equal keys have equal bytes, because the server normalises numbers first. */
    public static byte[] bytes(KeyValue key) {
        Document parts = new Document();
        for (int i = 0; i < key.size(); i++) {
            parts.put(Integer.toString(i), key.get(i));
        }
        return bytes(parts);
    }

    public static KeyValue key(byte[] bytes) {
        return new KeyValue(document(bytes).values());
    }
}
