package nl.klimrek.servicekit.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Lets in who asks from an operator's address at the management port ({@code management.server.port}), and nobody else;
 * without a management port of its own a service tells no figures. Who came through a proxy is nobody's address: behind one on
 * the same machine the whole world would seem to be at home.
 */
public final class OperatorAuthorizationManager implements AuthorizationManager<RequestAuthorizationContext> {
    private static final List<String> PROXIED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private final List<IpAddressMatcher> ranges;
    private final Environment environment;

    public OperatorAuthorizationManager(SecuritySettings settings, Environment environment) {
        this.environment = environment;
        ranges = settings.operators().stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        boolean direct = PROXIED.stream().allMatch(header -> request.getHeader(header) == null);
        return new AuthorizationDecision(direct
                && isManagementPort(request.getLocalPort())
                && ranges.stream().anyMatch(range -> range.matches(request.getRemoteAddr())));
    }

    /** Spring Boot tells the port of requests as that of management where there is no other. */
    private boolean isManagementPort(int port) {
        return String.valueOf(port).equals(environment.getProperty("local.management.port"))
                && !String.valueOf(port).equals(environment.getProperty("local.server.port"));
    }
}
