package nl.klimrek.reminders.sending;

import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.reminders.prompt.Prompt;
import org.springframework.stereotype.Component;

/** Delivers one person's prompts by e-mail where an address is known. The inbox has them in any case. */
@Component
class PromptDelivery {

    private final ContactDirectory contacts;
    private final PromptMailComposer composer;
    private final Mailer mailer;

    PromptDelivery(ContactDirectory contacts, PromptMailComposer composer, Mailer mailer) {
        this.contacts = contacts;
        this.composer = composer;
        this.mailer = mailer;
    }

    /** Whether a delivery would be tried now. */
    boolean isAvailable() {
        return mailer.isAvailable();
    }

    /** @param message id of the message; the same when it is sent again */
    SmtpDeliveryResult deliver(Key person, List<Prompt> prompts, String message) {
        ContactDetails contact = contacts.find(person);
        return contact.email() == null
                ? SmtpDeliveryResult.REJECTED
                : mailer.send(composer.compose(prompts, contact.email(), contact), message);
    }
}
