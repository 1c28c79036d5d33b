package nl.klimrek.portal.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/** Reads a response while its body still comes in. */
@FunctionalInterface
public interface ResponseHandler<T> {
    T handle(HttpResponse<InputStream> response) throws IOException;
}
