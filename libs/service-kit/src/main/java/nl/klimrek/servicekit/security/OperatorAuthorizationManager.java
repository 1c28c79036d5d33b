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
 * Admits only operators' addresses, and only at the management port ({@code management.server.port}). A service without a management
 * port publishes no metrics. A proxied request is refused, because its address is the proxy's, which may be this machine.
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
    @Deprecated // Spring Security 6 still declares it abstract.
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        return authorize(caller, context);
    }

    @Override
    public AuthorizationDecision authorize(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        boolean direct = PROXIED.stream().allMatch(header -> request.getHeader(header) == null);
        return new AuthorizationDecision(direct
                && isManagementPort(request.getLocalPort())
                && ranges.stream().anyMatch(range -> range.matches(request.getRemoteAddr())));
    }

    /** Without a management port Spring Boot reports the port of requests as the management port. */
    private boolean isManagementPort(int port) {
        return String.valueOf(port).equals(environment.getProperty("local.management.port"))
                && !String.valueOf(port).equals(environment.getProperty("local.server.port"));
    }
}
