package nl.klimrek.portal.gateway;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;

/** The body of a request that is in memory, so that the caller's own thread can send it. */
final class BufferedBody implements BodyPublisher {
    private final byte[] bytes;

    BufferedBody(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        BodyPublishers.ofByteArray(bytes).subscribe(subscriber);
    }
}
