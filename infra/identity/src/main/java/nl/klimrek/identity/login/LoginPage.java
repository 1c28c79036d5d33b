package nl.klimrek.identity.login;

import jakarta.servlet.http.HttpServletRequest;

/** The address of the login page. */
final class LoginPage {

    private LoginPage() {}

    /** Where the page says why a login was refused. */
    static String refused(HttpServletRequest request, LoginRefused refused) {
        return "%s/login?refused=%s&wait=%d"
                .formatted(
                        request.getContextPath(),
                        refused.why(),
                        refused.waitFor().toSeconds());
    }
}
