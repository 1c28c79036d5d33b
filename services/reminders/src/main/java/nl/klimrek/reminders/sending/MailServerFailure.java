package nl.klimrek.reminders.sending;

import jakarta.mail.MessagingException;
import java.util.function.Predicate;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** Whether a failed message says that the mail server is unavailable; only such failures open its circuit. */
public final class MailServerFailure implements Predicate<Throwable> {

    private static final int PERMANENT_FAILURE = 500;

    @Override
    public boolean test(Throwable failure) {
        return resultOf(failure) == SmtpDeliveryResult.UNAVAILABLE;
    }

    /** The mail server's answer in a failure. Only an answer about the address concerns this recipient. */
    static SmtpDeliveryResult resultOf(Throwable failure) {
        return failure instanceof MailSendException sending
                ? sending.getFailedMessages().values().stream()
                        .findFirst()
                        .map(MailServerFailure::answer)
                        .orElse(SmtpDeliveryResult.UNAVAILABLE)
                : SmtpDeliveryResult.UNAVAILABLE;
    }

    private static SmtpDeliveryResult answer(Exception failure) {
        SmtpDeliveryResult result = SmtpDeliveryResult.UNAVAILABLE;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= PERMANENT_FAILURE
                        ? SmtpDeliveryResult.REJECTED
                        : SmtpDeliveryResult.RETRY_LATER;
            }
            if (cause instanceof SMTPSendFailedException) {
                result = SmtpDeliveryResult.RETRY_LATER;
            }
        }
        return result;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : failure.getCause();
    }
}
