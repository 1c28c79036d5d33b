package nl.klimrek.reminders.sending;

import nl.klimrek.eventing.Key;
import nl.klimrek.reminders.prompt.Prompt;
import org.springframework.stereotype.Component;

/** Brings a prompt to its actor: by e-mail where an address is known; the inbox has it in any case. */
@Component
class Delivery {

    private final Addresses addresses;
    private final MessageWriter writer;
    private final Mailer mailer;

    Delivery(Addresses addresses, MessageWriter writer, Mailer mailer) {
        this.addresses = addresses;
        this.writer = writer;
        this.mailer = mailer;
    }

    Handover deliver(Key key, Prompt prompt) {
        Address address = addresses.of(Key.of(key.organisation(), prompt.actor()));
        return address.email() == null
                ? Handover.REFUSED
                : mailer.send(writer.write(prompt, address), key.value() + "." + prompt.round());
    }
}
