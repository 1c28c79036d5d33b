package nl.klimrek.identity.login;

import jakarta.servlet.http.HttpServletRequest;

/** Builds URLs of the login page. */
final class LoginPageUrl {

    private LoginPageUrl() {}

    /** URL of the page that explains the refusal. */
    static String refused(HttpServletRequest request, LoginRefusedException refused) {
        return "%s/login?refused=%s&wait=%d"
                .formatted(
                        request.getContextPath(),
                        refused.why(),
                        refused.waitFor().toSeconds());
    }
}
