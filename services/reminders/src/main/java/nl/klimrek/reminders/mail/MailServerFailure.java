package nl.klimrek.reminders.mail;

import jakarta.mail.MessagingException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Whether a failed message says that the mail server is unavailable; only such failures open its circuit. */
public final class MailServerFailure implements Predicate<Throwable> {

    private static final int PERMANENT_FAILURE = 500;
    private static final int SESSION_ENDS = 421;

    /** Enhanced codes (RFC 3463) of the mail system, the network, the protocol and the policy, and not of the address. */
    private static final Pattern NOT_THE_ADDRESS = Pattern.compile("\\b5\\.[34567]\\.\\d{1,3}\\b");

    @Override
    public boolean test(Throwable failure) {
        return resultOf(failure) == SmtpDeliveryResult.UNAVAILABLE;
    }

    /**
     * The mail server's answer in a failure. Only an answer about the address concerns this recipient. A server that ends the
     * session (421) accepts no other message either.
     */
    static SmtpDeliveryResult resultOf(Throwable failure) {
        SmtpDeliveryResult result = SmtpDeliveryResult.UNAVAILABLE;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return answer(address.getReturnCode(), String.valueOf(address.getMessage()));
            }
            if (cause instanceof SMTPSendFailedException sending && sending.getReturnCode() != SESSION_ENDS) {
                result = SmtpDeliveryResult.RETRY_LATER;
            }
        }
        return result;
    }

    private static SmtpDeliveryResult answer(int code, String text) {
        if (code == SESSION_ENDS) {
            return SmtpDeliveryResult.UNAVAILABLE;
        }
        if (code < PERMANENT_FAILURE) {
            return SmtpDeliveryResult.RETRY_LATER;
        }
        return NOT_THE_ADDRESS.matcher(text).find() ? SmtpDeliveryResult.REJECTED : SmtpDeliveryResult.UNDELIVERABLE;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : failure.getCause();
    }
}
