package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.reminders.CalendarReplyReceived;
import nl.klimrek.standalone.demo.client.CalendarProgram;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoOptions;
import nl.klimrek.standalone.demo.script.DemoContext;

/** Chapter: the manager accepts a time from his own calendar, and a stranger's reply is refused with a reason. */
final class CalendarReplyChapter {

    private static final String BRAM = "bram@demo.example";
    private static final String STRANGER = "somebody@elsewhere.example";

    private final DemoContext context;
    private final CalendarProgram calendar;
    private final String conversation;

    CalendarReplyChapter(DemoContext context, DemoOptions options, String conversation) {
        this.context = context;
        this.calendar = new CalendarProgram(options, context.clock());
        this.conversation = conversation;
    }

    /** @param start start of the slot that Bram is invited to */
    void play(String start) {
        JsonNode invitation = context.mailbox().invitation(BRAM, conversation, start);
        context.script().look("Somebody else replies to Bram's invitation", step -> {
            calendar.reply(invitation, STRANGER, "ACCEPTED");
            JsonNode mail = context.mailbox().newestTo(BRAM, conversation + ".calendar-reply.");
            DemoFailure.unless(!"ACCEPTED".equals(status()), "A stranger's reply became a step.");
            step.proof(
                    "it changes nothing; Bram hears why: \"%s\"",
                    mail.get("subject").asText());
        });
        context.script().stepOfEvent("Bram accepts from his own calendar", step -> {
            calendar.reply(invitation, BRAM, "ACCEPTED");
            CollectedEvent reply = context.events()
                    .await(
                            "the reply was read",
                            CalendarReplyReceived.class,
                            event -> conversation.equals(event.text("conversation")));
            context.events()
                    .await(
                            "the conversation is accepted",
                            ConversationAccepted.class,
                            event -> conversation.equals(event.text("conversation")));
            DemoFailure.unless("ACCEPTED".equals(status()), "It is not accepted.");
            step.proof("the reply was read from the mailbox over IMAP and became the step; no page was opened");
            return reply.correlation();
        });
    }

    private String status() {
        return context.bram()
                .get("/api/conversations/" + conversation)
                .path("status")
                .asText();
    }
}
