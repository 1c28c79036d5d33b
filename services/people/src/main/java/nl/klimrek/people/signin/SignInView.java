package nl.klimrek.people.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import nl.klimrek.people.signin.SignIn.Status;
import org.jspecify.annotations.Nullable;

/**
 * An account as HR sees it. Unknown fields are absent.
 *
 * @param person random person id; absent while nobody is linked
 * @param email address that the issuer verified
 * @param since when the status began
 * @param lastDay day of the last sign-in, in UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignInView(
        String id,
        String issuer,
        Status status,
        @Nullable String person,
        @Nullable String name,
        @Nullable String email,
        @Nullable String employeeNumber,
        Instant since,
        Instant lastDay) {

    static SignInView of(SignIn one) {
        return new SignInView(
                one.id(),
                one.issuer(),
                one.status(),
                one.person(),
                one.facts().name(),
                one.facts().email(),
                one.facts().employeeNumber(),
                one.since(),
                one.seen());
    }
}
