package nl.klimrek.reminders.sending;

import nl.klimrek.eventing.Key;
import nl.klimrek.reminders.prompt.Prompt;
import org.springframework.stereotype.Component;

/** Brings a prompt to its actor: by e-mail where an address is known; the inbox has it in any case. */
@Component
class PromptDelivery {

    private final ContactDirectory addresses;
    private final PromptMailComposer writer;
    private final Mailer mailer;

    PromptDelivery(ContactDirectory addresses, PromptMailComposer writer, Mailer mailer) {
        this.addresses = addresses;
        this.writer = writer;
        this.mailer = mailer;
    }

    SmtpDeliveryResult deliver(Key key, Prompt prompt) {
        ContactDetails address = addresses.of(Key.of(key.organisation(), prompt.actor()));
        return address.email() == null
                ? SmtpDeliveryResult.REFUSED
                : mailer.send(writer.write(prompt, address), key.value() + "." + prompt.round());
    }
}
