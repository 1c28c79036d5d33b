package nl.klimrek.reminders.sending;

import nl.klimrek.eventing.Key;
import nl.klimrek.reminders.prompt.Prompt;
import org.springframework.stereotype.Component;

/** Delivers a prompt by e-mail where an address is known. The inbox has it in any case. */
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

    SmtpDeliveryResult deliver(Key key, Prompt prompt) {
        ContactDetails contact = contacts.find(Key.of(key.organisation(), prompt.actor()));
        return contact.email() == null
                ? SmtpDeliveryResult.REJECTED
                : mailer.send(composer.compose(prompt, contact.email(), contact), key.value() + "." + prompt.round());
    }
}
