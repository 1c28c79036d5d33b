package nl.klimrek.portal.conversation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.eventing.Key;

/** A step that a page offers: where its form goes at the conversations service, and what it sends. */
enum Step {
    INVITATION("invitation", Step::slot),
    ACCEPTANCE("acceptance", form -> object().put("slotStart", form.text("slotStart")).put("slotEnd", form.text("slotEnd"))),
    COUNTER_PROPOSAL("counter-proposal", Step::slot),
    DECLINE("decline", Step::reason),
    PREPARATION("preparation", Step::answers),
    SHARING("preparation/sharing", form -> null),
    UNSHARING("preparation/sharing/withdrawal", form -> null),
    HOLDING("holding", Step::holding),
    REPORT("report", Step::text),
    CORRECTION("report/correction", Step::text),
    STATEMENT("statement", Step::text),
    CONFIRMATION("confirmation", form -> object().put("version", form.number("version"))),
    AGREEMENT("agreements", Step::agreement),
    KEEPING("agreements/{agreement}/keeping", form -> null),
    DROPPING("agreements/{agreement}/dropping", Step::reason),
    CARRIED_KEEPING("carried-over/{from}/agreements/{agreement}/keeping", form -> null),
    CARRIED_DROPPING("carried-over/{from}/agreements/{agreement}/dropping", Step::reason),
    CLOSING("closing", form -> form.text("reason").isEmpty() ? null : object().put("noActionReason", form.text("reason"))),
    CANCELLATION("cancellation", form -> form.text("reason").isEmpty() ? null : reason(form));

    /** What the name of a field begins with that holds an answer; the id of its question follows. */
    static final String ANSWER = "answer.";

    private final String path;
    private final Function<Form, ObjectNode> body;

    Step(String path, Function<Form, ObjectNode> body) {
        this.path = path;
        this.body = body;
    }

    static Step of(String name) {
        return named(name).orElseThrow(() -> new Form.Unreadable("form.step"));
    }

    /** As it stands in an address: {@code counter-proposal}. */
    static Optional<Step> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(step -> step.name().equals(wanted)).findFirst();
    }

    /** The path under the conversation; what is put into it can only be an id. */
    String path(Form form) {
        return filled(filled(path, "from", form), "agreement", form);
    }

    private static String filled(String path, String name, Form form) {
        String place = "{" + name + "}";
        if (path.contains(place) && !form.text(name).matches(Key.ID)) {
            throw new Form.Unreadable("form.step");
        }
        return path.replace(place, form.text(name));
    }

    /** What is sent; null when there is nothing to say. */
    ObjectNode body(Form form) {
        return body.apply(form);
    }

    private static ObjectNode slot(Form form) {
        Instant start = form.moment("start");
        if (start == null) {
            throw new Form.Unreadable("form.time");
        }
        return object().put("slotStart", start.toString()).put("slotEnd", start.plus(form.minutes("minutes")).toString());
    }

    private static ObjectNode answers(Form form) {
        ObjectNode body = object();
        ArrayNode answers = body.putArray("answers");
        form.fields().keySet().stream().filter(name -> name.startsWith(ANSWER) && !form.text(name).isEmpty()).sorted()
                .forEach(name -> answers.addObject().put("question", name.substring(ANSWER.length())).put("text", form.text(name)));
        if (answers.isEmpty()) {
            throw new Form.Unreadable("form.answers");
        }
        return body;
    }

    private static ObjectNode holding(Form form) {
        ObjectNode body = object();
        Instant held = form.moment("heldAt");
        if (held != null) {
            body.put("heldAt", held.toString());
        }
        form.all("question").forEach(body.putArray("questions")::add);
        return body;
    }

    private static ObjectNode agreement(Form form) {
        return object().put("text", form.text("text")).put("owner", form.text("owner")).put("dueDate", form.day("dueDate").toString());
    }

    private static ObjectNode text(Form form) {
        return object().put("text", form.text("text"));
    }

    private static ObjectNode reason(Form form) {
        return object().put("reason", form.text("reason"));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
