package nl.klimrek.servicekit.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Lets in who asks from an operator's address, and nobody else. Who came through a proxy is nobody's address: behind one on
 * the same machine the whole world would seem to be at home.
 */
public final class Operators implements AuthorizationManager<RequestAuthorizationContext> {
    private static final List<String> PROXIED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private final List<IpAddressMatcher> ranges;

    public Operators(SecuritySettings settings) {
        ranges = settings.operators().stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        boolean direct = PROXIED.stream().allMatch(header -> request.getHeader(header) == null);
        return new AuthorizationDecision(direct && ranges.stream().anyMatch(range -> range.matches(request.getRemoteAddr())));
    }
}
