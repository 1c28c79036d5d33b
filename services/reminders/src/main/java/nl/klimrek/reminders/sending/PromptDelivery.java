package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.reminders.mail.ContactDetails;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.reminders.mail.Mailer;
import nl.klimrek.reminders.mail.OutgoingMail;
import nl.klimrek.reminders.mail.SmtpDeliveryResult;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.wording.ChosenWording;
import org.springframework.stereotype.Component;

/** Delivers one person's prompts by e-mail where an address is known and works. The inbox has them in any case. */
@Component
class PromptDelivery {

    private final ContactDirectory contacts;
    private final PromptMailComposer composer;
    private final Mailer mailer;
    private final Clock clock;

    PromptDelivery(ContactDirectory contacts, PromptMailComposer composer, Mailer mailer, Clock clock) {
        this.contacts = contacts;
        this.composer = composer;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** Whether a delivery would be tried now. */
    boolean isAvailable() {
        return mailer.isAvailable();
    }

    /** The words of a prompt that is in the inbox alone. */
    ChosenWording inboxWording(Key person, Prompt prompt) {
        return composer.word(person, List.of(prompt), contacts.find(person))
                .get(0)
                .wording();
    }

    /** @param message id of the message; the same when it is sent again */
    DeliveredMessage deliver(Key person, List<Prompt> prompts, String message) {
        ContactDetails contact = contacts.find(person);
        if (!contact.isReachable()) {
            return new DeliveredMessage(SmtpDeliveryResult.REJECTED, List.of());
        }
        List<WordedPrompt> worded = composer.word(person, prompts, contact);
        OutgoingMail mail = composer.compose(person, worded, contact);
        SmtpDeliveryResult result = mailer.send(mail, message);
        if (result == SmtpDeliveryResult.UNDELIVERABLE) {
            contacts.undeliverable(person, mail.to(), clock.instant());
        }
        return new DeliveredMessage(result, worded);
    }

    /**
     * A message as it was offered to the mail server.
     *
     * @param prompts what it said; empty when there was no message
     */
    record DeliveredMessage(SmtpDeliveryResult result, List<WordedPrompt> prompts) {}
}
