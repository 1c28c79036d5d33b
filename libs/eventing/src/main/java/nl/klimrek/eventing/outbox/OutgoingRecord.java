package nl.klimrek.eventing.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Kafka record that is ready to send. Encoding: key, number of headers, name and value of each header, data. Each
 * part is preceded by its length; numbers take four bytes, texts are UTF-8.
 *
 * @param key record key
 * @param headers record headers, in order
 * @param data record value
 */
public record OutgoingRecord(String key, Map<String, String> headers, byte[] data) {

    static OutgoingRecord of(byte[] block) {
        ByteBuffer bytes = ByteBuffer.wrap(block);
        String key = text(bytes);
        int count = bytes.getInt();
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            headers.put(text(bytes), text(bytes));
        }
        return new OutgoingRecord(key, headers, part(bytes));
    }

    byte[] bytes() {
        byte[][] parts = new byte[2 * headers.size() + 2][];
        int at = 0;
        parts[at++] = utf8(key);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            parts[at++] = utf8(header.getKey());
            parts[at++] = utf8(header.getValue());
        }
        parts[at] = data;
        int length = Integer.BYTES;
        for (byte[] part : parts) {
            length += Integer.BYTES + part.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length)
                .putInt(parts[0].length)
                .put(parts[0])
                .putInt(headers.size());
        for (int i = 1; i < parts.length; i++) {
            bytes.putInt(parts[i].length).put(parts[i]);
        }
        return bytes.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteBuffer bytes) {
        return new String(part(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] part(ByteBuffer bytes) {
        byte[] part = new byte[bytes.getInt()];
        bytes.get(part);
        return part;
    }
}
