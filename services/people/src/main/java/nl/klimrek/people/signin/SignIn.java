package nl.klimrek.people.signin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.StableId;
import org.jspecify.annotations.Nullable;

/**
 * An account at an issuer, and the person that it is linked to.
 *
 * @param id follows from issuer and subject
 * @param subject the issuer's id of the account, which never changes
 * @param person person id; null while not linked
 * @param status whether it is linked, and why
 * @param facts what the issuer stated last, so that HR can recognise the person
 * @param since when the status began
 * @param seen day of the last sign-in; a day, so that not every sign-in writes
 */
public record SignIn(
        String id,
        String issuer,
        String subject,
        @Nullable String person,
        Status status,
        Facts facts,
        Instant since,
        Instant seen) {

    /** Whether the account is linked, and by what or why not. */
    public enum Status {
        BY_NUMBER,
        BY_EMAIL,
        BY_HR,
        /** Nobody has the number or the address. */
        NOBODY_FOUND,
        /** The person has another account at the same issuer already. */
        OTHER_ACCOUNT,
        /** HR ended the link. Only HR can make a new one. */
        ENDED_BY_HR,
        /** The person left. A returner is found again. */
        LEFT;

        public boolean linked() {
            return this == BY_NUMBER || this == BY_EMAIL || this == BY_HR;
        }
    }

    /**
     * Facts that an issuer states about the owner of an account; each may be null.
     *
     * @param source HR system of the number
     * @param email only when the issuer verified it
     */
    public record Facts(
            @Nullable String source,
            @Nullable String employeeNumber,
            @Nullable String email,
            @Nullable String name) {

        /** Whether any fact is given by which a person can be found or recognised. */
        boolean given() {
            return employeeNumber != null || email != null || name != null;
        }
    }

    static String idOf(String issuer, String subject) {
        return StableId.of("sign-in", issuer, subject);
    }

    static SignIn unknown(String issuer, String subject, Facts facts, Instant now) {
        return new SignIn(idOf(issuer, subject), issuer, subject, null, Status.NOBODY_FOUND, facts, now, day(now));
    }

    public boolean linked() {
        return status.linked();
    }

    /** Whether the next sign-in may look for a person. A link that HR ended stays ended. */
    boolean open() {
        return !linked() && status != Status.ENDED_BY_HR;
    }

    /** Links the account to this person. */
    Decision<SignIn> link(String to, Status how, Instant now) {
        return change(to, how, now);
    }

    /** Removes the link, and with it the person's id. */
    Decision<SignIn> without(Status why, Instant now) {
        return change(null, why, now);
    }

    /** Records a sign-in and the facts that the issuer stated. */
    Decision<SignIn> recordSignIn(Facts stated, Instant now) {
        Facts known = stated.given() ? stated : facts;
        SignIn after = new SignIn(id, issuer, subject, person, status, known, since, day(now));
        return after.equals(this) ? Decision.unchanged() : Decision.accept(after);
    }

    private Decision<SignIn> change(@Nullable String to, Status next, Instant now) {
        return Objects.equals(person, to) && status == next
                ? Decision.unchanged()
                : Decision.accept(new SignIn(id, issuer, subject, to, next, facts, now, seen));
    }

    private static Instant day(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS);
    }
}
