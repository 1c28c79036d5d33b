package nl.klimrek.identity.login;

import jakarta.servlet.http.HttpServletRequest;

/** The address of the login page. */
final class LoginPageUrl {

    private LoginPageUrl() {}

    /** Where the page says why a login was refused. */
    static String refused(HttpServletRequest request, LoginRefusedException refused) {
        return "%s/login?refused=%s&wait=%d"
                .formatted(
                        request.getContextPath(),
                        refused.why(),
                        refused.waitFor().toSeconds());
    }
}
