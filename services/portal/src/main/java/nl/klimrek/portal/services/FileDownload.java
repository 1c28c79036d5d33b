package nl.klimrek.portal.services;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.gateway.UpstreamClient;
import nl.klimrek.portal.gateway.UpstreamUnavailableException;
import nl.klimrek.portal.reader.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Streams a file from a service to the browser. */
@Component
public final class FileDownload {
    private final UpstreamClient upstreams;
    private final ServiceClient services;
    private final PortalSettings settings;

    FileDownload(UpstreamClient upstreams, ServiceClient services, PortalSettings settings) {
        this.upstreams = upstreams;
        this.services = services;
        this.settings = settings;
    }

    /**
     * Sends what is at a path as a file to keep.
     *
     * @param name of the file
     * @throws PageRefusedException when the service refuses it or is away
     */
    public void send(Viewer viewer, Upstream service, String path, String name, HttpServletResponse response)
            throws IOException {
        HttpRequest request = HttpRequest.newBuilder(upstreams.address(service, path))
                .timeout(settings.longTimeOut())
                .header("Authorization", "Bearer " + viewer.token())
                .header("Accept-Language", viewer.language().toLanguageTag())
                .GET()
                .build();
        try {
            upstreams.send(service, request, answer -> {
                if (answer.statusCode() != 200) {
                    throw new PageRefusedException(
                            services.trouble(answer.statusCode(), answer.body().readAllBytes()));
                }
                response.setContentType(
                        answer.headers().firstValue("Content-Type").orElse("application/octet-stream"));
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
                answer.body().transferTo(response.getOutputStream());
                return true;
            });
        } catch (UpstreamUnavailableException unavailable) {
            throw new PageRefusedException(services.unavailable(viewer, service, unavailable));
        }
    }
}
