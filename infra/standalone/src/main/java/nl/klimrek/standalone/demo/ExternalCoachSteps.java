package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.client.GuestBrowser;
import nl.klimrek.standalone.demo.client.GuestBrowser.Page;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;

/** Steps with a coach from outside: invited by mail, in the one conversation and nowhere else, and out at once. */
final class ExternalCoachSteps {

    private static final String API = "/api/conversations/external-coaches";
    private static final Pattern LINK = Pattern.compile("http://[^\\s\"]+/guest/link/[A-Za-z0-9_-]+");

    private final DemoContext context;
    private final DemoUser employee;
    private final String portal;
    private final GuestBrowser browser = new GuestBrowser();
    private String coach = "";
    private String conversation = "";
    private String link = "";

    ExternalCoachSteps(DemoContext context, DemoUser employee, String portal) {
        this.context = context;
        this.employee = employee;
        this.portal = portal;
    }

    void play() {
        DemoScript script = context.script();
        script.step(employee.name() + " invites a coach from outside to one conversation", this::invited);
        script.step("The coach accepts with the link and sees this conversation alone", this::accepted);
        script.step(employee.name() + " ends the coach's access", this::withdrawn);
    }

    private void invited(DemoStep step) {
        String email = "imane." + Long.toString(context.clock().millis(), Character.MAX_RADIX) + "@loopbaan.example";
        JsonNode invited = employee.post(
                        API,
                        Map.of(
                                "name", context.typed("Imane el Amrani"),
                                "email", context.typed(email),
                                "language", "nl",
                                "inviter", employee.name(),
                                "scope", "CONVERSATION"))
                .required()
                .body();
        coach = invited.path("coach").asText();
        conversation = invited.path("conversation").asText();
        Matcher found = LINK.matcher(context.mailbox().newestTo(email).toString());
        DemoFailure.unless(found.find(), "The message to the external coach has no link.");
        link = found.group();
        step.proof("a link came by mail to the coach and is in no event; nobody else was asked for leave");
    }

    private void accepted(DemoStep step) {
        Page invitation = browser.open(link);
        Page home = browser.submit(invitation, invitation.address().getPath(), Map.of("terms", "true"));
        DemoFailure.unless(
                home.html().contains("/conversations/" + conversation), "The coach does not see the conversation.");
        for (String closed : new String[] {"/me", "/coaches", "/hr", "/conversations/ask", "/journal"}) {
            String ended = browser.open(portal + closed).address().getPath();
            DemoFailure.unless("/guest".equals(ended), "The coach from outside reaches %s.", closed);
        }
        Page again = new GuestBrowser().open(link);
        DemoFailure.unless(again.status() == 404, "The link of the coach from outside works twice.");
        employee.post(
                "/api/conversations/" + conversation + "/agenda",
                Map.of("text", context.typed("Waar word ik over vijf jaar blij van?")));
        Page talk = browser.open(portal + "/conversations/" + conversation);
        DemoFailure.unless(
                talk.status() == 200 && talk.html().contains("blij van"), "The coach does not read the agenda.");
        step.proof(
                "the coach reads the conversation; every other page leads back to it, and the link works no second time");
    }

    private void withdrawn(DemoStep step) {
        employee.post(API + "/" + coach + "/withdrawal", Map.of());
        String ended = browser.open(portal + "/conversations/" + conversation)
                .address()
                .getPath();
        DemoFailure.unless("/guest/over".equals(ended), "The coach from outside is still in.");
        String reason = Eventually.until(
                "the conversation with the external coach is cancelled",
                () -> Optional.ofNullable(employee.get("/api/conversations/" + conversation)
                                .get("cancelled"))
                        .map(JsonNode::asText));
        step.proof("the next request of the coach is refused; the conversation is cancelled (%s)", reason);
    }
}
